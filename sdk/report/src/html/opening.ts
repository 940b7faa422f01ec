import type { ReportModel } from "../model/report-model.ts";
import { EN } from "../text/en.ts";
import { html, paragraph, section } from "./markup.ts";

const dateText = (startedAt: string, timeZone: string | undefined): string => {
  const date = new Date(startedAt);
  if (Number.isNaN(date.getTime())) return startedAt;
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", ...zone }).format(date);
};

export const pageHeader = (model: ReportModel, timeZone: string | undefined): string => {
  const { title, startedAt, durationS, people, simulated, warnings } = model;
  const facts = [dateText(startedAt, timeZone), EN.length(durationS), EN.people(people.length)].join(" · ");
  return [
    "<header>",
    paragraph(EN.kicker, "kicker"),
    `<h1>${html(title)}</h1>`,
    paragraph(facts, "facts"),
    simulated ? paragraph(EN.simulated, "notice") : "",
    warnings === 0 ? "" : paragraph(EN.damaged(warnings), "notice"),
    "</header>",
  ].join("");
};

/** Before everything that was measured: what somebody felt, or room to write it down. */
export const impressionSection = ({ impression }: ReportModel): string =>
  section(
    "impression",
    EN.impression.heading,
    impression === undefined
      ? paragraph(EN.impression.absent) + paragraph(EN.impression.lines, "note") + `<div class="lines"></div>`
      : `<blockquote>${html(impression)}</blockquote>` + paragraph(EN.impression.given, "note"),
  );
