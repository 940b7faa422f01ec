/** Text cut to about as much as fits into so many pixels; nothing where not even three letters do. */
export declare const cutToWidth: (text: string, widthPx: number) => string;
//# sourceMappingURL=cut-text.d.ts.map