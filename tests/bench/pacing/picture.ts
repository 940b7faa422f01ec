import { median } from "../statistics.ts";
import { TOGETHER_SHARE } from "./truth.ts";
import { SECONDS, type Trial } from "./trial.ts";

export interface Curve {
  readonly name: string;
  readonly trials: readonly Trial[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT] = [920, 520, 64, 760];
const PANELS = [
  { top: 64, bottom: 244, title: "groups together with the pulse" },
  { top: 296, bottom: 476, title: "way from the own tempo to the target (median)" },
] as const;
const COLOURS = ["#a23b2a", "#b98a1d", "#1f6f66"] as const;
const EVERY_S = 5;

const px = (value: number): string => value.toFixed(1);
const text = (words: string, x: number, y: number, more = ""): string =>
  `<text x="${px(x)}" y="${px(y)}"${more}>${words}</text>`;
const xOf = (seconds: number): number => LEFT + (seconds / SECONDS) * (RIGHT - LEFT);

/** Share of groups of which at least half are in sync; before the first pulse nobody is. */
const together = (trials: readonly Trial[], second: number): number =>
  trials.filter(({ truth }) => (truth.shares[second] ?? NaN) >= TOGETHER_SHARE).length / trials.length;

/** Share of the way, as a ratio of tempi, that the pulse has gone: 0 at the group's own tempo, 1 at the target. */
const gone = (trials: readonly Trial[], second: number): number =>
  median(
    trials.map(({ truth, group }) => {
      const bpm = truth.bpm[second] ?? NaN;
      return Number.isNaN(bpm) ? 0 : Math.log(bpm / group.ownBpm) / Math.log(group.targetBpm / group.ownBpm);
    }),
  );

const panel = (curves: readonly Curve[], index: 0 | 1, valueAt: typeof together): string => {
  const { top, bottom, title } = PANELS[index];
  const yOf = (value: number): number => bottom - Math.max(0, Math.min(1, value)) * (bottom - top);
  const lines = curves.map(({ name, trials }, k) => {
    const points: string[] = [];
    for (let s = 0; s < SECONDS; s += EVERY_S) points.push(`${px(xOf(s))},${px(yOf(valueAt(trials, s)))}`);
    const colour = COLOURS[k] ?? "#1f2933";
    const last = yOf(valueAt(trials, SECONDS - EVERY_S));
    const label = index === 0 ? text(name, RIGHT + 8, 84 + 20 * k, ` style="fill:${colour}"`) : "";
    return `<polyline points="${points.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/><circle cx="${px(RIGHT)}" cy="${px(last)}" r="3" fill="${colour}"/>${label}`;
  });
  const scale = [0, 0.5, 1].map((v) => text(`${String(100 * v)} %`, 20, yOf(v) + 4)).join("");
  const axis = [0, 120, 240, 360, 480, 600]
    .map((s) => text(`${String(s / 60)} min`, xOf(s) - 14, bottom + 18))
    .join("");
  return `<rect x="${px(LEFT)}" y="${px(top)}" width="${px(RIGHT - LEFT)}" height="${px(bottom - top)}" fill="#f4f4ef"/>${text(title, LEFT, top - 8)}${scale}${axis}${lines.join("")}`;
};

/** How the groups fared, second by second. */
export const pictureOf = (
  curves: readonly Curve[],
): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" width="${String(WIDTH)}" height="${String(HEIGHT)}" role="img" aria-label="Simulated groups on the way to a target tempo: how many are together with the pulse, and how far the pulse has gone">
<style>text{font:13px system-ui,sans-serif;fill:#5b6772}.big{font-size:16px;font-weight:600;fill:#1f2933}</style>
<rect width="${String(WIDTH)}" height="${String(HEIGHT)}" fill="#fcfcfa"/>
${text("Simulated groups of eight on the way to a target tempo", LEFT, 28, ' class="big"')}
${panel(curves, 0, together)}
${panel(curves, 1, gone)}
</svg>
`;
