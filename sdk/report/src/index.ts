export { type Figure, standaloneFigure } from "./figures/figure.ts";
export { type Attributes, element, label, px } from "./figures/svg.ts";
export type { ReportInput } from "./model/input.ts";
export { findMoments, type Moment, type MomentsModel, type MomentsOpts } from "./model/moments.ts";
export { sessionFigures, sessionReport } from "./report.ts";
export { clockText } from "./text/clock-text.ts";
