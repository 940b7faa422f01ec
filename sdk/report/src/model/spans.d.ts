/** A stretch of a session, in seconds from its start. */
export interface Span {
    readonly startS: number;
    readonly endS: number;
}
export interface Labelled<Label> extends Span {
    readonly label: Label;
}
/** Neighbours with the same label become one. `null` breaks a stretch and is left out. */
export declare const stretches: <Label>(entries: readonly (Span & {
    readonly label: Label | null;
})[]) => Labelled<Label>[];
export declare const lengthOf: ({ startS, endS }: Span) => number;
export declare const sum: (values: readonly number[]) => number;
//# sourceMappingURL=spans.d.ts.map