import { textWidth } from "../text.ts";

export const WIDTH = 1120;
export const PLOT_LEFT = 176;
export const PLOT_RIGHT = 1064;
export const PLOT_WIDTH = PLOT_RIGHT - PLOT_LEFT;
export const MARGIN = 36;

export const ORDER_TOP = 136;
export const ORDER_HEIGHT = 112;
export const BARS_TOP = ORDER_TOP + ORDER_HEIGHT + 10;
export const BARS_HEIGHT = 84;
export const LANES_TOP = BARS_TOP + BARS_HEIGHT + 44;
export const LEGEND_HEIGHT = 118;

export interface LaneSize {
  readonly height: number;
  readonly step: number;
}

/** A class of thirty is still to be seen at one glance. */
export const laneSize = (members: number): LaneSize =>
  members <= 8 ? { height: 58, step: 72 } : { height: 36, step: 44 };

/** Seconds to pixels. */
export type TimeScale = (tS: number) => number;

export const timeScale = (durationS: number): TimeScale => {
  const perS = PLOT_WIDTH / Math.max(durationS, 1);
  return (tS) => PLOT_LEFT + Math.max(0, Math.min(PLOT_WIDTH, tS * perS));
};

/** Text cut to about as many letters as fit. */
export const cut = (text: string, letters: number): string => {
  let wide = 0;
  const kept: string[] = [];
  for (const letter of text) {
    wide += textWidth(letter);
    if (wide <= letters) kept.push(letter);
  }
  return wide <= letters ? text : `${kept.slice(0, -1).join("").trimEnd()}…`;
};

/** Lines of about so many letters, broken at blanks; a longer word is cut. */
export const wrapped = (text: string, letters: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const joined = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && textWidth(joined) <= letters) lines[lines.length - 1] = joined;
    else lines.push(cut(word, letters));
  }
  return lines;
};
