import type { ReportModel } from "../model/report-model.ts";
/** Questions to begin a conversation with. */
export declare const promptsSection: ({ moments, scores }: ReportModel) => string;
/** How to read it, and what it cannot say. */
export declare const readingSection: ({ scores }: ReportModel) => string;
export declare const pageFooter: ({ software, engine }: ReportModel) => string;
//# sourceMappingURL=closing.d.ts.map