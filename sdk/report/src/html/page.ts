import type { ReportModel } from "../model/report-model.ts";
import { EN } from "../text/en.ts";
import { pageFooter, promptsSection, readingSection } from "./closing.ts";
import { doneSection, wordsSection } from "./done.ts";
import { figuresPart } from "./figures-part.ts";
import { html } from "./markup.ts";
import { impressionSection, pageHeader } from "./opening.ts";
import { personPages } from "./person-page.ts";
import { STYLE } from "./style.ts";

/** No script, no request: the page says so itself, and a browser holds it to that. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The whole report as one file. */
export const reportPage = (model: ReportModel, timeZone?: string): string =>
  [
    "<!DOCTYPE html>",
    `<html lang="${EN.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${html(EN.title(model.title))}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    pageHeader(model, timeZone),
    "<main>",
    impressionSection(model),
    doneSection(model),
    wordsSection(model),
    figuresPart(model),
    promptsSection(model),
    personPages(model),
    readingSection(model),
    "</main>",
    pageFooter(model),
    "</body>",
    "</html>",
    "",
  ].join("\n");
