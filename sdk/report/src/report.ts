import type { Figure } from "./figures/figure.ts";
import { personFigure } from "./figures/person.ts";
import { timelineFigure } from "./figures/timeline.ts";
import { togetherFigure } from "./figures/together.ts";
import { reportPage } from "./html/page.ts";
import type { ReportInput } from "./model/input.ts";
import { reportModel } from "./model/report-model.ts";

/**
 * What a session leaves for the people who were there: one HTML file that needs nothing else.
 *
 * @example await writeFile("session.html", await sessionReport({ session, windows, impression, scores: true }))
 */
export const sessionReport = async (input: ReportInput): Promise<string> =>
  reportPage(await reportModel(input), input.timeZone);

/** The figures of a report, each to stand alone: the timeline, the group, and everybody's own where there are pages of their own. */
export const sessionFigures = async (input: ReportInput): Promise<readonly Figure[]> => {
  const model = await reportModel(input);
  return [
    timelineFigure(model),
    ...(input.scores && model.people.length > 1 ? [togetherFigure(model)] : []),
    ...(model.people.length === 2 ? [] : model.people.map((person) => personFigure(model, person))),
  ];
};
