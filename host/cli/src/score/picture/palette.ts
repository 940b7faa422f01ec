import type { Verdict } from "@entrain/synchrony";

export const INK = "#1f2933";
export const QUIET_INK = "#5b6772";
export const RULE = "#d5dae0";
export const PAPER = "#fcfcfa";
export const GREY = "#e3e6ea";
export const LANE = "#ffffff";
export const DOT = "#2f5d9b";
export const ORDER_LINE = "#1f2933";

/** Told apart by hue and by lightness, so that they differ without colour vision too. */
export const VERDICT_FILL: Readonly<Record<Verdict, string>> = {
  "in-sync": "#8fd0c4",
  "not-in-sync": "#c9bfe6",
  undecided: "#f3e3b8",
  withheld: "#eceef1",
};

export const VERDICT_INK: Readonly<Record<Verdict, string>> = {
  "in-sync": "#0f665b",
  "not-in-sync": "#57449a",
  undecided: "#7d5a00",
  withheld: "#5b6772",
};
