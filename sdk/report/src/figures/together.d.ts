import type { ReportModel } from "../model/report-model.ts";
import type { Figure } from "./figure.ts";
/** How alike the group moved, window by window, with the mark that chance reaches in each. */
export declare const togetherFigure: ({ windows, durationS, windowS }: ReportModel) => Figure;
//# sourceMappingURL=together.d.ts.map