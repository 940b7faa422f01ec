import type { ReportModel } from "../model/report-model.ts";
/** What was done, in words and over time. */
export declare const doneSection: (model: ReportModel) => string;
/** What people said and wrote: as they said it. */
export declare const wordsSection: (model: ReportModel) => string;
//# sourceMappingURL=done.d.ts.map