import type { Figure } from "./figures/figure.ts";
import type { ReportInput } from "./model/input.ts";
/**
 * What a session leaves for the people who were there: one HTML file that needs nothing else.
 *
 * @example await writeFile("session.html", await sessionReport({ session, windows, impression, scores: true }))
 */
export declare const sessionReport: (input: ReportInput) => Promise<string>;
/** The figures of a report, each to stand alone: the timeline, the group, and everybody's own where there are pages of their own. */
export declare const sessionFigures: (input: ReportInput) => Promise<readonly Figure[]>;
//# sourceMappingURL=report.d.ts.map