import type { Moment } from "../model/moments.ts";
import type { ReportModel } from "../model/report-model.ts";
export declare const momentList: (model: ReportModel, moments: readonly Moment[]) => string;
/** Everything with a figure of togetherness in it; folded where nobody wrote an impression first. */
export declare const figuresPart: (model: ReportModel) => string;
//# sourceMappingURL=figures-part.d.ts.map