import type { ReportModel } from "../model/report-model.ts";
/** Pages in the order of the bands, without ranking; two people have one reading between them, and no page each. */
export declare const personPages: (model: ReportModel) => string;
//# sourceMappingURL=person-page.d.ts.map