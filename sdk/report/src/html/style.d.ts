/** The whole style of a report: a quiet page that prints on A4 and Letter, light or dark on a screen, light on paper. */
export declare const STYLE: string;
//# sourceMappingURL=style.d.ts.map