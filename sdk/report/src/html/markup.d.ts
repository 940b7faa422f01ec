import type { Span } from "../model/spans.ts";
/** Somebody's text as it may stand in HTML. */
export declare const html: (text: string) => string;
export declare const paragraph: (text: string, className?: string) => string;
/** A part of the page with its own heading, so that a list of headings leads through it. */
export declare const section: (id: string, heading: string, content: string, className?: string) => string;
export declare const list: (items: readonly string[], tag?: "ul" | "ol", className?: string) => string;
export declare const spanText: ({ startS, endS }: Span) => string;
/** A row of a list of times. */
export declare const timed: (when: string, content: string) => string;
//# sourceMappingURL=markup.d.ts.map