import type { ReportModel } from "../model/report-model.ts";
export declare const pageHeader: (model: ReportModel, timeZone: string | undefined) => string;
/** Before everything that was measured: what somebody felt, or room to write it down. */
export declare const impressionSection: ({ impression }: ReportModel) => string;
//# sourceMappingURL=opening.d.ts.map