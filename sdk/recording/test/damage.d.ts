/** A file cut, flipped or overwritten at random places; never the same as it was. */
export declare const damaged: (bytes: Uint8Array, random: () => number) => Uint8Array;
/** @returns what is wrong with how a damaged file was read, or undefined */
export declare const faultOf: (damagedBytes: Uint8Array, original: ReadonlyMap<number, string>) => Promise<string | undefined>;
export interface DamageRun {
    readonly files: number;
    readonly faults: readonly string[];
}
/** Damages a file many times over. The seed stands in every fault. */
export declare const damageRun: (bytes: Uint8Array, files: number, seed: number, damage?: (bytes: Uint8Array, random: () => number) => Uint8Array) => Promise<DamageRun>;
//# sourceMappingURL=damage.d.ts.map