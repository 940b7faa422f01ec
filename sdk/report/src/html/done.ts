import { inlineFigure } from "../figures/figure.ts";
import { timelineFigure } from "../figures/timeline.ts";
import type { ReportModel, Said } from "../model/report-model.ts";
import { clockText } from "../text/clock-text.ts";
import { EN } from "../text/en.ts";
import { html, list, section, spanText, timed } from "./markup.ts";

/** What was done, in words and over time. */
export const doneSection = (model: ReportModel): string => {
  const parts = model.blocks.map((block) =>
    timed(spanText(block), html(EN.block.sentence(block.exercise, block.theme, block.bpm))),
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
