// `npm run bench:pacing`: brings simulated groups to a target tempo in three ways, prints a table, writes docs/leading.svg.
// What 'in sync' and 'lost' mean stands in truth.ts, who the people are in people.ts, what the controller reads in readings.ts.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableOf } from "../row.ts";
import { median, quantile } from "../statistics.ts";
import { jump, Led, ramp } from "./pacers.ts";
import { pictureOf } from "./picture.ts";
import { runTrial, type Trial } from "./trial.ts";

const PICTURE = fileURLToPath(new URL("../../../docs/leading.svg", import.meta.url));
/** Everything was chosen on groups of the first seeds; what is shown was measured on the others, and run once. */
const TUNING = { from: 1, count: 80 };
const SHOWN = { from: 10_001, count: 240 };
const RAMP_SECONDS = [30, 60, 120, 180, 240, 300] as const;
/** Beats at the group's own tempo before a ramp begins. */
const LEAD_IN_BEATS = 16;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const shareOf = (trials: readonly Trial[], holds: (trial: Trial) => boolean): number =>
  trials.filter(holds).length / trials.length;
const lost = ({ outcome }: Trial): boolean => outcome.isLost;
const timesOf = (trials: readonly Trial[]): number[] => trials.map(({ outcome }) => outcome.secondsToTarget);

const run = ({ from, count }: typeof TUNING, pacerOf: Parameters<typeof runTrial>[1]): readonly Trial[] =>
  Array.from({ length: count }, (_, k) => runTrial(from + k, pacerOf));
const ramped =
  (seconds: number): Parameters<typeof runTrial>[1] =>
  (group, tStartMicros) =>
    ramp(group, tStartMicros, { leadInBeats: LEAD_IN_BEATS, seconds });

const shownTime = (seconds: number): string => (Number.isFinite(seconds) ? `${seconds.toFixed(0)} s` : "not in 10 min");

const rowOf = (name: string, trials: readonly Trial[]): string[] => {
  const times = timesOf(trials);
  const inSync = trials.reduce((sum, { outcome }) => sum + outcome.inSyncShare, 0) / trials.length;
  return [
    name,
    `${shownTime(median(times))} (${shownTime(quantile(times, 0.1))} to ${shownTime(quantile(times, 0.9))})`,
    percent(inSync),
    `${percent(shareOf(trials, lost))} (${String(trials.filter(lost).length)} of ${String(trials.length)})`,
    percent(shareOf(trials, ({ outcome }) => outcome.endsAtTarget)),
  ];
};
const HEAD = [
  "pacing",
  "median time to target (80 % of groups)",
  "time in sync",
  "groups lost",
  "at the target at the end",
];

// The ramp at its best: the one that loses the fewest groups, and of several that lose as few, the quickest.
const ramps = RAMP_SECONDS.map((seconds) => ({ seconds, trials: run(TUNING, ramped(seconds)) }));
const best = ramps.reduce((a, b) => (b.trials.filter(lost).length < a.trials.filter(lost).length ? b : a));
say(`Ramps on the ${String(TUNING.count)} groups for tuning\n`);
say(
  tableOf(
    HEAD,
    ramps.map(({ seconds, trials }) => rowOf(`ramp of ${String(seconds)} s`, trials)),
  ),
);

const jumped = run(SHOWN, jump);
const sloped = run(SHOWN, ramped(best.seconds));
const led = run(SHOWN, (group) => new Led(group));
say(`\n${String(SHOWN.count)} other groups of eight, ten minutes each\n`);
const rows = [
  rowOf("(a) jump", jumped),
  rowOf(`(b) ramp of ${String(best.seconds)} s`, sloped),
  rowOf("(c) this controller", led),
];
say(tableOf(HEAD, rows));

const [lostB, lostC] = [sloped.filter(lost).length, led.filter(lost).length];
const [timeB, timeC] = [median(timesOf(sloped)), median(timesOf(led))];
const worse = led.filter((trial, k) => trial.outcome.isLost && jumped[k]?.outcome.isLost === false).length;
say(`\n(c) loses ${String(lostC)} groups where (b) loses ${String(lostB)} (target: at most half as many)`);
say(`(c) takes ${(timeC / timeB).toFixed(2)} of the time of (b) (target: at most 1.5)`);
say(`groups that (a) keeps and (c) loses: ${String(worse)} (target: none)`);
writeFileSync(
  PICTURE,
  pictureOf([
    { name: "(a) jump", trials: jumped },
    { name: `(b) ramp of ${String(best.seconds)} s`, trials: sloped },
    { name: "(c) this controller", trials: led },
  ]),
);
