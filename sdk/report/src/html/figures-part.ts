import { inlineFigure } from "../figures/figure.ts";
import { togetherFigure } from "../figures/together.ts";
import { DISCOVERY_RATE } from "../model/discovery-rate.ts";
import type { Moment } from "../model/moments.ts";
import type { ReportModel } from "../model/report-model.ts";
import type { WindowModel } from "../model/windows.ts";
import { clockText } from "../text/clock-text.ts";
import { EN } from "../text/en.ts";
import { html, list, paragraph, section, spanText, timed } from "./markup.ts";

const two = (value: number | undefined): string => (value === undefined ? "–" : value.toFixed(2).replace("-", "−"));
const pText = (p: number | undefined): string => (p === undefined ? "–" : p < 0.001 ? "< 0.001" : p.toFixed(3));

/** The same words as in the picture: what the rate of false finds lets stand is shared, whatever else it was called live. */
const findingText = ({ verdict, together, score }: WindowModel): string => {
  if (together) return EN.window.together;
  return score === undefined ? EN.verdict.withheld : EN.verdict[verdict === "not-in-sync" ? verdict : "undecided"];
};

const windowTable = ({ windows }: ReportModel): string => {
  const head = EN.together.columns.map((name) => `<th scope="col">${html(name)}</th>`).join("");
  const rows = windows.map((window) => {
    const { startS, endS, score, chance, p } = window;
    const alike = score === undefined || chance === undefined ? undefined : chance + score * (1 - chance);
    const finding = findingText(window);
    const cells = [clockText(startS), clockText(endS), finding, two(alike), two(chance), pText(p)];
    return `<tr>${cells.map((cell) => `<td>${html(cell)}</td>`).join("")}</tr>`;
  });
  return `<details class="plain-table"><summary>${html(EN.together.table)}</summary><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></details>`;
};

const togetherSection = (model: ReportModel): string => {
  const { windows, people, windowS } = model;
  const heading = people.length === 2 ? EN.together.pairHeading : EN.together.heading;
  if (people.length < 2) return section("together", heading, paragraph(EN.together.tooFew));
  const judged = windows.filter(({ score }) => score !== undefined).length;
  if (judged === 0) return section("together", heading, paragraph(EN.together.nothing));
  const together = windows.filter((window) => window.together).length;
  return section(
    "together",
    heading,
    paragraph(EN.together.sentence(judged, together, Math.round(windowS))) +
      `<figure>${inlineFigure(togetherFigure(model), "together-figure")}<figcaption>${html(EN.together.legend)}</figcaption></figure>` +
      windowTable(model),
  );
};

/** What was going on at a moment's beginning. */
const during = ({ blocks }: ReportModel, { startS }: Moment): string => {
  const block = blocks.find((each) => startS >= each.startS && startS < each.endS);
  return block?.exercise === undefined ? "" : ` <small>${html(EN.moments.during(block.exercise))}</small>`;
};

const momentItem = (model: ReportModel, moment: Moment): string =>
  timed(
    spanText(moment),
    `<strong>${html(EN.moments.kind[moment.kind])}</strong>${during(model, moment)}<span class="ask">${html(EN.moments.ask[moment.kind])}</span>`,
  );

/** The group's moments; what is one person's stands on that person's page. */
const momentsSection = (model: ReportModel): string => {
  const shared = model.moments.filter(({ member }) => member === undefined);
  return section(
    "moments",
    EN.moments.heading,
    (shared.length === 0
      ? paragraph(EN.moments.none)
      : list(
          shared.map((moment) => momentItem(model, moment)),
          "ul",
          "times",
        )) + paragraph(EN.moments.rate(model.tests, model.found, DISCOVERY_RATE), "note"),
  );
};

export const momentList = (model: ReportModel, moments: readonly Moment[]): string =>
  list(
    moments.map((moment) => momentItem(model, moment)),
    "ul",
    "times",
  );

/** Folded where figures would come before anybody wrote an impression. */
export const folded = ({ impression, scores }: ReportModel, content: string, id?: string): string =>
  impression === undefined && scores
    ? `<details${id === undefined ? "" : ` id="${id}"`}><summary>${html(EN.impression.folded)}</summary>${content}</details>`
    : content;

/** Everything with a figure of togetherness in it. */
export const figuresPart = (model: ReportModel): string => {
  if (!model.scores) return "";
  const moments = model.people.length < 2 ? "" : momentsSection(model);
  return folded(model, togetherSection(model) + moments, "figures");
};
