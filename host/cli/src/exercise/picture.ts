import {
  type ExerciseDocument,
  type Timeline,
  type TimelineLane,
  type TimelineStep,
  WHO,
  type Who,
} from "@entrain/pacing";
import { FIGURE_FONT } from "../export/png.ts";
import { xml } from "../score/picture/xml.ts";
import { clockText } from "./timeline-text.ts";

const [WIDTH, LEFT, RIGHT, TOP, LANE, GAP] = [1_200, 110, 20, 120, 64, 14];
const FULL = 255;
/** More ticks than this are one block. */
const MOST_TICKS = 6_000;
const COLOURS = {
  pattern: "#2f6f9f",
  breath: "#4c8a5b",
  mirror: "#a2643b",
  listen: "#8a8a8a",
  rest: "#8a8a8a",
} as const;
const NOTES = {
  mirror: "somebody's movement",
  listen: "nothing pulsed",
  rest: "rest",
  pattern: "",
  breath: "",
} as const;

const round = (value: number): string => String(Math.round(value * 10) / 10);

const text = (x: number, y: number, size: number, words: string, more = ""): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${String(size)}"${more}>${xml(words)}</text>`;

/** As many characters as fit, about. */
const cut = (words: string, width: number, size: number): string => {
  const most = Math.floor(width / (0.56 * size));
  if (words.length <= most) return words;
  return most < 4 ? "" : `${words.slice(0, most - 1)}…`;
};

const laneTicks = (lane: TimelineLane, x: (micros: number) => number, y: number): string => {
  const ticks = lane.pulses.slice(0, MOST_TICKS).map(({ tMicros, strength }) => {
    const height = Math.max(2, (LANE - 8) * (strength / FULL));
    return `M${round(x(tMicros))} ${round(y + LANE)}v-${round(height)}`;
  });
  return ticks.length === 0
    ? ""
    : `<path d="${ticks.join("")}" stroke="${COLOURS[lane.plays]}" stroke-width="1.2" fill="none"/>`;
};

const stepColumn = (each: TimelineStep, i: number, lanes: readonly Who[], x: (micros: number) => number): string => {
  const [left, right] = [x(each.startMicros), x(each.endMicros)];
  const bottom = TOP + lanes.length * (LANE + GAP);
  const shade = i % 2 === 0 ? "#f6f4ef" : "#ebe8e0";
  const ends = each.isOpen ? "until you go on" : `to ${clockText(each.endMicros)}`;
  const parts = [
    `<rect x="${round(left)}" y="${String(TOP - 40)}" width="${round(right - left)}" height="${round(bottom - TOP + 40)}" fill="${shade}"/>`,
    text(left + 4, TOP - 24, 13, cut(each.step.title, right - left - 6, 13), ' font-weight="bold"'),
    text(left + 4, TOP - 8, 11, cut(`${clockText(each.startMicros)} ${ends}`, right - left - 6, 11), ' fill="#555"'),
  ];
  for (const lane of each.lanes) {
    const y = TOP + lanes.indexOf(lane.who) * (LANE + GAP);
    parts.push(laneTicks(lane, x, y));
    const note = NOTES[lane.plays];
    if (note !== "") parts.push(text(left + 6, y + LANE / 2, 11, cut(note, right - left - 8, 11), ' fill="#666"'));
  }
  return parts.join("\n");
};

/** An exercise as a picture: steps side by side, a lane for each part of the group, a tick for each pulse. */
export const exercisePicture = ({ title, purpose }: ExerciseDocument, { steps, endMicros }: Timeline): string => {
  const lanes = WHO.filter((who) => steps.some((each) => each.lanes.some((lane) => lane.who === who)));
  const x = (micros: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * micros) / endMicros;
  const height = TOP + lanes.length * (LANE + GAP) + 40;
  const fadeFrom = steps.at(-1)?.endMicros ?? 0;
  const bottom = height - 40;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(height)}" font-family="${FIGURE_FONT}, sans-serif" fill="#222">`,
    `<rect width="100%" height="100%" fill="#fffdf8"/>`,
    text(20, 34, 22, title, ' font-weight="bold"'),
    text(20, 58, 13, cut(purpose, WIDTH - 40, 13), ' fill="#444"'),
    ...steps.map((each, i) => stepColumn(each, i, lanes, x)),
    `<path d="M${round(x(fadeFrom))} ${String(TOP - 40)}H${round(x(endMicros))}L${round(x(endMicros))} ${String(bottom)}H${round(x(fadeFrom))}Z" fill="#e3ddf0"/>`,
    text(x(fadeFrom) + 2, bottom + 16, 11, "fades", ' fill="#555"'),
    ...lanes.map((who, i) => text(12, TOP + i * (LANE + GAP) + LANE / 2 + 4, 12, who.replace("-", " "))),
    text(
      LEFT,
      bottom + 32,
      11,
      "Height of a tick: strength. Last before each change: the soft double pulse.",
      ' fill="#555"',
    ),
    text(x(endMicros) - 34, bottom + 32, 11, clockText(endMicros), ' fill="#555"'),
    "</svg>",
    "",
  ].join("\n");
};
