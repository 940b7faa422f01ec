import type { BlockModel, ReportModel } from "../model/report-model.ts";
import type { Figure } from "./figure.ts";
import { type TimeScale } from "./time-axis.ts";
/** What was done: a box a block, with its tempo. */
export declare const blockBoxes: (blocks: readonly BlockModel[], x: TimeScale, top: number, height: number) => string;
/** The whole session at a glance. */
export declare const timelineFigure: (model: ReportModel) => Figure;
//# sourceMappingURL=timeline.d.ts.map