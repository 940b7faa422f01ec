import { type ConfigEntry, type Entry, type NumberedEntry, type SessionWriterOpts, type Warning } from "../src/index.ts";
export declare const T0 = 123456789;
export declare const configOf: (more?: Partial<ConfigEntry>) => ConfigEntry;
/** A session with a bit of everything, `seconds` long: two bands that send ten lines a second, and texts. */
export declare function entriesFor(seconds: number): Generator<Entry>;
/** Writes a whole file into memory. */
export declare const fileOf: (entries: Iterable<Entry>, opts?: Partial<SessionWriterOpts>, close?: boolean) => Uint8Array;
export interface ReadBack {
    readonly entries: readonly NumberedEntry[];
    readonly warnings: readonly Warning[];
}
export declare const readBack: (bytes: Uint8Array) => Promise<ReadBack>;
//# sourceMappingURL=sessions.d.ts.map