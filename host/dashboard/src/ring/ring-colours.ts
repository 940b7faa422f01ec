import { COLOURS } from "./marks.ts";

export interface RingColours {
  readonly ground: string;
  readonly card: string;
  readonly ink: string;
  readonly line: string;
  readonly seat: string;
  readonly mean: string;
  readonly marks: readonly string[];
}

/** The page's colours as they are now, light or dark: the style sheet is the one place where they stand. */
export const readColours = (element: Element): RingColours => {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ground: of("--ground"),
    card: of("--card"),
    ink: of("--ink"),
    line: of("--line"),
    seat: of("--seat"),
    mean: of("--mean"),
    marks: Array.from({ length: COLOURS }, (_, k) => of(`--mark-${String(k)}`)),
  };
};
