/** A coordinate: tenths of a pixel are enough and keep files small. */
export declare const px: (value: number) => string;
export type Attributes = Readonly<Record<string, string | number>>;
/** An element; its content is markup already. */
export declare const element: (tag: string, attributes: Attributes, content?: string) => string;
/** A line of text; `tip` is what a pointer over it shows. */
export declare const label: (text: string, attributes: Attributes, tip?: string) => string;
//# sourceMappingURL=svg.d.ts.map