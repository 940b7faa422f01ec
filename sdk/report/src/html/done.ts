import { inlineFigure } from "../figures/figure.ts";
import { timelineFigure } from "../figures/timeline.ts";
import type { Span } from "../model/spans.ts";
import type { BlockModel, ReportModel, Said } from "../model/report-model.ts";
import { clockText } from "../text/clock-text.ts";
import { EN } from "../text/en.ts";
import { html, list, section, spanText, timed } from "./markup.ts";

interface Part extends Span {
  readonly exercise: string | undefined;
  readonly theme: string | undefined;
  readonly tempi: readonly (number | undefined)[];
}

/** The seam between two parts: nobody would call it one. */
const SEAM_S = 8;

/** One part an exercise, with all that was paced in it. */
const partsOf = (blocks: readonly BlockModel[]): readonly Part[] => {
  const parts: Part[] = [];
  for (const { startS, endS, exercise, theme, bpm } of blocks) {
    const last = parts.at(-1);
    const isSeam = endS - startS < SEAM_S;
    if (last !== undefined && last.exercise === exercise && last.theme === theme) {
      const tempi = isSeam || last.tempi.at(-1) === bpm ? last.tempi : [...last.tempi, bpm];
      parts[parts.length - 1] = { ...last, endS, tempi };
    } else parts.push({ startS, endS, exercise, theme, tempi: isSeam ? [] : [bpm] });
  }
  return parts.filter(({ tempi }) => tempi.length > 0);
};

/** What was done, in words and over time. */
export const doneSection = (model: ReportModel): string => {
  const parts = partsOf(model.blocks).map(({ exercise, theme, tempi, ...span }) =>
    timed(spanText(span), html(EN.block.sentence(exercise, theme, tempi))),
  );
  const marks = model.markers.map(({ tS, text }, k) =>
    timed(`${String(k + 1)} · ${clockText(Math.round(tS))}`, html(text === "" ? EN.unnamedMark : text)),
  );
  return section(
    "done",
    EN.done.heading,
    [
      list(parts, "ul", "times"),
      `<figure>${inlineFigure(timelineFigure(model), "timeline")}<figcaption>${html(EN.done.movers)}</figcaption></figure>`,
      marks.length === 0 ? "" : `<h3>${html(EN.marks)}</h3>${list(marks, "ul", "times")}`,
    ].join(""),
  );
};

const saidList = (model: ReportModel, heading: string, said: readonly Said[]): string =>
  said.length === 0
    ? ""
    : `<h3>${html(heading)}</h3>${said
        .map(({ text, member }) => {
          const who = member === undefined ? undefined : model.people[member]?.name;
          return `<blockquote>${html(text)}${who === undefined ? "" : `<footer>${html(who)}</footer>`}</blockquote>`;
        })
        .join("")}`;

/** What people said and wrote: as they said it. */
export const wordsSection = (model: ReportModel): string => {
  const content =
    saidList(model, EN.words.checkIn, model.checkIns) +
    saidList(model, EN.words.checkOut, model.checkOuts) +
    saidList(model, EN.words.notes, model.notes);
  return content === "" ? "" : section("words", EN.words.heading, content);
};
