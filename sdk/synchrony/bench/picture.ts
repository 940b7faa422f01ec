/**
 * The README's picture: six people of different tempi who come together after a minute, window by window.
 * Run: node --conditions=@entrain/source --import tsx sdk/synchrony/bench/picture.ts
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { mulberry32, type WindowScore } from "../src/index.ts";
import { at, mover, normals, ownBeats, pacedBeats, recorded } from "../test/people.ts";

const SECONDS = 150;
const TOGETHER_S = 60;
const WINDOW_S = 20;
const STEP_S = 2.5;
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [920, 360, 64, 800, 56, 296];

const random = mulberry32(20_260_101);
const normal = normals(random);
const shared = (k: number): number[] => pacedBeats(1.3, SECONDS, 0.02 * (k - 2.5), normal);
const people = [0.92, 0.96, 0.99, 1.03, 1.07, 1.1].map((ratio, k) => {
  const alone = ownBeats(1.3 * ratio, SECONDS, random, normal).filter((b) => b < TOGETHER_S);
  const later = shared(k).filter((b) => b > TOGETHER_S + 0.4);
  return mover([...alone, ...later], SECONDS, normal);
});
const scorer = recorded(people, SECONDS);
const windows: WindowScore[] = [];
for (let s = 4; s + WINDOW_S < SECONDS - 2; s += STEP_S) windows.push(scorer.scoreWindow(at(s), at(s + WINDOW_S)));

const x = (s: number): number => LEFT + (s / SECONDS) * (RIGHT - LEFT);
const y = (value: number): number => BOTTOM - Math.max(0, Math.min(1, value)) * (BOTTOM - TOP);
const px = (value: number): string => value.toFixed(1);
const middleS = (w: WindowScore): number => (w.startMicros + w.endMicros - 2 * at(0)) / 2e6;
const FILL: Readonly<Record<string, string>> = {
  "in-sync": "#8fd0c4",
  "not-in-sync": "#c9bfe6",
  undecided: "#f3e3b8",
  withheld: "#eceef1",
};
const text = (words: string, left: number, top: number, more = ""): string =>
  `<text x="${px(left)}" y="${px(top)}"${more}>${words}</text>`;
const marks = (of: (w: WindowScore) => number | undefined, mark: (left: number, top: number) => string): string =>
  windows
    .map((w) => {
      const value = of(w);
      return value === undefined ? "" : mark(x(middleS(w)), y(value));
    })
    .join("");
const last = windows.at(-1);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" width="${String(WIDTH)}" height="${String(HEIGHT)}" role="img" aria-label="Six people who come together: what is observed, what chance gives, and the verdict of each window">
<style>text{font:13px system-ui,sans-serif;fill:#5b6772}.big{font-size:16px;font-weight:600;fill:#1f2933}</style>
<rect width="${String(WIDTH)}" height="${String(HEIGHT)}" fill="#fcfcfa"/>
${text("Six people, each at a tempo of their own, who come together after a minute", LEFT, 32, ' class="big"')}
${windows.map((w) => `<rect x="${px(x(middleS(w) - STEP_S / 2))}" y="${px(TOP)}" width="${px(x(STEP_S) - LEFT + 0.4)}" height="${px(BOTTOM - TOP)}" fill="${FILL[w.verdict] ?? "#ffffff"}"><title>${w.verdict}</title></rect>`).join("")}
<line x1="${px(x(TOGETHER_S))}" x2="${px(x(TOGETHER_S))}" y1="${px(TOP)}" y2="${px(BOTTOM)}" stroke="#1f2933" stroke-dasharray="3 4"/>
${marks(
  (w) => w.observed,
  (left, top) => `<circle cx="${px(left)}" cy="${px(top)}" r="3.4" fill="#1f2933"/>`,
)}
${marks(
  (w) => w.chance,
  (left, top) => `<path d="M${px(left - 5)} ${px(top)}h10" stroke="#a23b2a" stroke-width="2.4"/>`,
)}
${[0, 0.5, 1].map((v) => text(String(v), LEFT - 30, y(v) + 4)).join("")}
${[0, 30, 60, 90, 120, 150].map((s) => text(`${String(s)} s`, x(s) - 10, BOTTOM + 20)).join("")}
${last === undefined ? "" : text("observed", RIGHT + 8, y(last.observed ?? 0) + 4, ' style="fill:#1f2933"') + text("chance floor", RIGHT + 8, y(last.chance ?? 0) + 4, ' style="fill:#a23b2a"')}
${Object.entries({ "not-in-sync": "not in sync", undecided: "undecided", "in-sync": "in sync" })
  .map(
    ([verdict, words], k) =>
      `<rect x="${px(LEFT + 110 * k)}" y="332" width="16" height="12" fill="${FILL[verdict] ?? ""}"/>${text(words, LEFT + 110 * k + 22, 343)}`,
  )
  .join("")}
${text(`windows of ${String(WINDOW_S)} s at their middle; each by the statistic that shows most`, LEFT + 320, 343)}
</svg>
`;
writeFileSync(resolve(import.meta.dirname, "../docs/coming-together.svg"), svg);
