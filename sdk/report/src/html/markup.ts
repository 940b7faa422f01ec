import { xmlText } from "@entrain/recording";
import { clockText } from "../text/clock-text.ts";
import type { Span } from "../model/spans.ts";

/** Somebody's text as it may stand in HTML. */
export const html = xmlText;

export const paragraph = (text: string, className?: string): string =>
  `<p${className === undefined ? "" : ` class="${className}"`}>${html(text)}</p>`;

/** A part of the page with its own heading, so that a list of headings leads through it. */
export const section = (id: string, heading: string, content: string, className?: string): string =>
  `<section id="${id}" aria-labelledby="${id}-h"${className === undefined ? "" : ` class="${className}"`}><h2 id="${id}-h">${html(heading)}</h2>${content}</section>`;

export const list = (items: readonly string[], tag: "ul" | "ol" = "ul", className?: string): string =>
  items.length === 0
    ? ""
    : `<${tag}${className === undefined ? "" : ` class="${className}"`}>${items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`;

export const spanText = ({ startS, endS }: Span): string =>
  `${clockText(Math.round(startS))}–${clockText(Math.round(endS))}`;

/** A row of a list of times. */
export const timed = (when: string, content: string): string =>
  `<span class="when">${html(when)}</span><span>${content}</span>`;
