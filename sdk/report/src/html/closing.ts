import type { ReportModel } from "../model/report-model.ts";
import { EN } from "../text/en.ts";
import { html, list, paragraph, section } from "./markup.ts";

/** Questions to begin a conversation with. */
export const promptsSection = ({ moments, scores }: ReportModel): string => {
  const has = (kind: string): boolean => moments.some((moment) => moment.kind === kind);
  const prompts = [
    ...EN.prompts.always,
    ...(has("rested") ? [EN.prompts.resting] : []),
    ...(scores && has("together-again") ? [EN.prompts.again] : []),
  ];
  return section("prompts", EN.prompts.heading, list(prompts.map(html)));
};

/** How to read it, and what it cannot say. */
export const readingSection = ({ scores }: ReportModel): string =>
  section(
    "reading",
    EN.reading.heading,
    (scores ? "" : paragraph(EN.reading.noScores)) + list(EN.reading.points.map(html)),
  );

export const pageFooter = ({ software, engine }: ReportModel): string =>
  `<footer class="made">${paragraph(EN.made(software, engine))}</footer>`;
