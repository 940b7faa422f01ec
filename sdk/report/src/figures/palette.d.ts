/** The colours of all figures, by what they mean. */
export interface Palette {
    readonly ink: string;
    readonly quiet: string;
    readonly rule: string;
    readonly together: string;
    readonly open: string;
    readonly moving: string;
    readonly finding: string;
    readonly resting: string;
    readonly block: string;
    readonly blockPaced: string;
    readonly pulse: string;
}
export declare const PAPER = "#fffdf9";
export declare const LIGHT: Palette;
export declare const DARK: Palette;
/** `--ink: #26231f; …` */
export declare const paletteVariables: (palette: Palette) => string;
/** The palette as references to those variables. */
export declare const VARIABLES: Palette;
/** How each class of the figures looks. */
export declare const FIGURE_RULES: (c: Palette) => string;
//# sourceMappingURL=palette.d.ts.map