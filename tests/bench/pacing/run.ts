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
/**
 * The ramp was chosen on the groups of the first seeds, the controller on those and on 20 001 to 20 240. What is shown was
 * measured on others: of the first of these sets some groups were looked at one by one, of the others none.
 */
const TUNING = { from: 1, count: 80 };
const SHOWN = [10_001, 30_001, 50_001].map((from) => ({ from, count: 240 }));
const RAMP_SECONDS = [30, 60, 120, 180, 240, 300, 450] as const;
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

const sets = SHOWN.map((seeds) => ({
  seeds,
  jumped: run(seeds, jump),
  sloped: run(seeds, ramped(best.seconds)),
  led: run(seeds, (group) => new Led(group)),
}));
const [jumped, sloped, led] = (["jumped", "sloped", "led"] as const).map((way) => sets.flatMap((set) => set[way])) as [
  Trial[],
  Trial[],
  Trial[],
];

say(`\n${String(led.length)} other groups of eight, ten minutes each\n`);
say(
  tableOf(HEAD, [
    rowOf("(a) jump", jumped),
    rowOf(`(b) ramp of ${String(best.seconds)} s`, sloped),
    rowOf("(c) this controller", led),
  ]),
);
say("\ntargets: (c) loses at most half as many as (b), in at most 1.5 of its time, and none that (a) keeps\n");
say(
  tableOf(
    ["seeds", "(a) loses", "(b) loses", "(c) loses", "time of (c) to (b)", "kept by (a), lost by (c)"],
    sets.map(({ seeds: { from, count }, ...set }) => [
      `${String(from)} to ${String(from + count - 1)}`,
      ...[set.jumped, set.sloped, set.led].map((trials) => String(trials.filter(lost).length)),
      (median(timesOf(set.led)) / median(timesOf(set.sloped))).toFixed(2),
      String(set.led.filter((trial, k) => lost(trial) && set.jumped[k]?.outcome.isLost === false).length),
    ]),
  ),
);
writeFileSync(
  PICTURE,
  pictureOf([
    { name: "(a) jump", trials: jumped },
    { name: `(b) ramp of ${String(best.seconds)} s`, trials: sloped },
    { name: "(c) this controller", trials: led },
  ]),
);
