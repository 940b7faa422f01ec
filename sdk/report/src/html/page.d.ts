import type { ReportModel } from "../model/report-model.ts";
/** The whole report as one file. */
export declare const reportPage: (model: ReportModel, timeZone?: string) => string;
//# sourceMappingURL=page.d.ts.map