/** A drawing without its frame, so that it can stand in a page or alone. */
export interface Figure {
    readonly name: string;
    readonly title: string;
    /** What it shows, for somebody who does not see it. */
    readonly description: string;
    readonly width: number;
    readonly height: number;
    readonly content: string;
}
/** Within a page, whose style colours it. */
export declare const inlineFigure: (figure: Figure, id: string) => string;
/** A file of its own, in the colours of paper. */
export declare const standaloneFigure: (figure: Figure, fontFamily?: string) => string;
//# sourceMappingURL=figure.d.ts.map