import { type Spiral, type SpiralPoint, spiralOf } from "./spiral-points.ts";
import type { SessionSummary, SummaryWord } from "./summary.ts";
import { escaped, shortened } from "./svg-text.ts";

export interface SpiralOpts {
  /** The name that belongs to a pseudonym, where it is known and to be shown. */
  readonly nameOf?: (pseudonym: string) => string | undefined;
}

const INNER = 70;
const LEAST_OUTER = 330;
/** Room for a point on each turn. */
const TURN_GAP = 36;
const RIM = { side: 190, top: 90 } as const;
const HEAD = 110;
const LIST_WIDTH = 640;
const ROW = 50;
const STEP_TURNS = 1 / 90;
const LONGEST_WORD = 58;
const LONGEST_NAME = 24;
const COLOURS = ["#0072b2", "#c44f00", "#007a5e", "#a8487f", "#8a6a00", "#5b3fa3", "#39454f"] as const;

const STYLE = `
svg{background:#fffefb;font-family:system-ui,"Noto Sans","Liberation Sans",Arial,sans-serif}
.way{fill:none;stroke:#d6d0c3;stroke-width:4;stroke-linecap:round}
.spoke{stroke:#e7e2d8;stroke-width:2;stroke-dasharray:1 8;stroke-linecap:round}
.exercise{font-size:22px;font-weight:600}
.again{fill:none;stroke-width:2}
.number{font-size:14px;font-weight:600;fill:#fff}
.date{font-size:14px;fill:#55616c}
.word{font-size:19px;font-style:italic;fill:#1c2630}
.word,.head{font-family:"Iowan Old Style",Palatino,"P052",Georgia,"Liberation Serif",serif}
.head{font-size:32px;fill:#1c2630}
.how{font-size:16px;fill:#55616c}`;

interface Layout {
  readonly centreX: number;
  readonly centreY: number;
  readonly outer: number;
  readonly radiusOf: (turns: number) => number;
}

const round = (value: number): string => value.toFixed(1);

const colourOf = ({ exercises }: Spiral, exercise: string): string =>
  COLOURS[exercises.indexOf(exercise) % COLOURS.length] ?? COLOURS[0];

const layoutOf = ({ points }: Spiral): Layout => {
  const last = points.at(-1)?.turns ?? 0;
  const outer = Math.max(LEAST_OUTER, INNER + TURN_GAP * last);
  const radiusOf = (turns: number): number => INNER + ((outer - INNER) * turns) / Math.max(1, last);
  return { centreX: outer + RIM.side, centreY: HEAD + outer + RIM.top, outer, radiusOf };
};

/** Straight up is where the first exercise lies; on clockwise. */
const place = ({ centreX, centreY }: Layout, turns: number, radius: number): readonly [x: number, y: number] => {
  const angle = 2 * Math.PI * turns - Math.PI / 2;
  return [centreX + radius * Math.cos(angle), centreY + radius * Math.sin(angle)];
};

const way = (layout: Layout, lastTurns: number): string => {
  const places: string[] = [];
  for (let turns = 0; turns < lastTurns + STEP_TURNS; turns += STEP_TURNS) {
    const here = Math.min(turns, lastTurns);
    places.push(place(layout, here, layout.radiusOf(here)).map(round).join(" "));
  }
  return `<path class="way" d="M${places.join("L")}"/>`;
};

const spoke = (layout: Layout, spiral: Spiral, name: string, i: number): string => {
  const turns = i / spiral.exercises.length;
  const [x, y] = place(layout, turns, layout.outer + 60);
  const [fromX, fromY] = place(layout, turns, INNER * 0.4);
  const [toX, toY] = place(layout, turns, layout.outer + 34);
  // Beside the spiral a name stands above its spoke, above and below it in line.
  const shift = Math.abs(x - layout.centreX) < 70 ? 7 : -12;
  return [
    `<line class="spoke" x1="${round(fromX)}" y1="${round(fromY)}" x2="${round(toX)}" y2="${round(toY)}"/>`,
    `<text class="exercise" x="${round(x)}" y="${round(y + shift)}" text-anchor="middle" fill="${colourOf(spiral, name)}">${escaped(shortened(name, LONGEST_NAME))}</text>`,
  ].join("");
};

const dot = (x: number, y: number, number: number, colour: string): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="13" fill="${colour}"/>` +
  `<text class="number" x="${round(x)}" y="${round(y + 5)}" text-anchor="middle">${String(number)}</text>`;

const pointOf = (layout: Layout, point: SpiralPoint, number: number, colour: string): string => {
  const [x, y] = place(layout, point.turns, layout.radiusOf(point.turns));
  const ring = `<circle class="again" cx="${round(x)}" cy="${round(y)}" r="17" stroke="${colour}"/>`;
  return `${point.visit > 1 ? ring : ""}${dot(x, y, number, colour)}`;
};

/** What a person took away; what they came with, where they left no word. */
const wordOf = ({ words }: SessionSummary): SummaryWord | undefined =>
  words.findLast(({ at }) => at === "check-out") ?? words[0];

const rowOf = (point: SpiralPoint, number: number, colour: string, x: number, { nameOf }: SpiralOpts): string => {
  const { session, exercise } = point;
  const y = HEAD + 40 + (number - 1) * ROW;
  const word = wordOf(session);
  const who = word === undefined ? "" : ` — ${nameOf?.(word.who) ?? word.who}`;
  const said = word === undefined ? "" : `“${shortened(word.text, LONGEST_WORD)}”`;
  const about = `${session.startedAt.slice(0, 10)}, ${shortened(exercise, LONGEST_NAME)}${who}`;
  const all = session.words.map(({ who: whose, text }) => `${nameOf?.(whose) ?? whose}: ${text}`).join("\n");
  return [
    `<g><title>${escaped(`${session.title}\n${all}`)}</title>`,
    dot(x, y, number, colour),
    `<text class="date" x="${String(x + 28)}" y="${String(said === "" ? y + 5 : y - 5)}">${escaped(about)}</text>`,
    said === "" ? "" : `<text class="word" x="${String(x + 28)}" y="${String(y + 16)}">${escaped(said)}</text>`,
    "</g>",
  ].join("");
};

/**
 * The sessions of a group or a person as a picture: a way that winds outward, one direction for each exercise, and the
 * words that people left. A self-contained SVG.
 */
export const spiralSvg = (sessions: readonly SessionSummary[], opts: SpiralOpts = {}): string => {
  const spiral = spiralOf(sessions);
  const { exercises, points } = spiral;
  const layout = layoutOf(spiral);
  const lastTurns = points.at(-1)?.turns ?? 0;
  const width = 2 * layout.centreX + LIST_WIDTH;
  const height = Math.max(2 * layout.centreY - HEAD, HEAD + 80 + ROW * points.length);
  const listX = 2 * layout.centreX + 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="Sessions on a spiral">`,
    `<style>${STYLE}</style>`,
    `<text class="head" x="40" y="56">Where the way has led so far</text>`,
    `<text class="how" x="40" y="86">It winds outward with time; the direction is what was done. A ring is a return: the same place, another level.</text>`,
    ...exercises.map((name, i) => spoke(layout, spiral, name, i)),
    points.length > 1 ? way(layout, lastTurns) : "",
    ...points.map((point, i) => pointOf(layout, point, i + 1, colourOf(spiral, point.exercise))),
    ...points.map((point, i) => rowOf(point, i + 1, colourOf(spiral, point.exercise), listX, opts)),
    "</svg>\n",
  ].join("\n");
};
