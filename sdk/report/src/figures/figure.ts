import { element } from "./svg.ts";
import { FIGURE_RULES, LIGHT, PAPER } from "./palette.ts";
import { xmlText } from "@entrain/recording";

/** A drawing without its frame, so that it can stand in a page or alone. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  /** What it shows, for somebody who does not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

const titled = ({ title, description, content }: Figure, id: string): string =>
  `<title id="${id}-t">${xmlText(title)}</title><desc id="${id}-d">${xmlText(description)}</desc>${content}`;

const frame = (figure: Figure, id: string, more: Readonly<Record<string, string | number>>, content: string): string =>
  element(
    "svg",
    {
      viewBox: `0 0 ${String(figure.width)} ${String(figure.height)}`,
      role: "img",
      "aria-labelledby": `${id}-t ${id}-d`,
      ...more,
    },
    content,
  );

/** Within a page, whose style colours it. */
export const inlineFigure = (figure: Figure, id: string): string =>
  frame(figure, id, { class: "figure" }, titled(figure, id));

/** A file of its own, in the colours of paper. */
export const standaloneFigure = (figure: Figure, fontFamily = "sans-serif"): string =>
  frame(
    figure,
    figure.name,
    { xmlns: "http://www.w3.org/2000/svg", width: figure.width, height: figure.height },
    `<style>${FIGURE_RULES(LIGHT)} text{font-family:${fontFamily}}</style>${element("rect", { width: figure.width, height: figure.height, fill: PAPER })}${titled(figure, figure.name)}`,
  );
