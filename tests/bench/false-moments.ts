// How often a report would say of strangers that they came together: sessions of four people who each keep a tempo of
// their own near a common one, scored and searched as a report does it. Nobody coupled, so that every find is false.
// node --conditions=@entrain/source --import tsx tests/bench/false-moments.ts [SESSIONS] [SEED]
import { findMoments } from "@entrain/report";
import { scoreTwice } from "@entrain/session";
import { createRandom, type Random } from "@entrain/simulator";
import { createGroupScorer, mulberry32, type WindowScore } from "@entrain/synchrony";
import { sessionMicros } from "@entrain/protocol";

const MEMBERS = 4;
const SECONDS = 180;
const WINDOW_S = 30;
const SETTLE_S = 45;
const RATE_HZ = 50;
const MICROS = 1e6;
/** How far strangers' tempi lie from that of the group at most, each way: the assumption of the chance floors. */
const TEMPO_SPREAD = 0.03;

/** When each movement begins, of somebody whose tempo drifts within 15 s by 1.5 % and whose intervals vary by 3 %. */
const beatsOf = (tempoHz: number, random: Random): number[] => {
  const period = 1 / tempoHz;
  const beats: number[] = [];
  let drift = 0.015 * random.normal();
  for (let t = -(3 + random.uniform()) * period; t < SECONDS + 3 * period;) {
    beats.push(t);
    drift += (-drift * period) / 15 + 0.015 * Math.sqrt((2 * period) / 15) * random.normal();
    t += period * (1 + drift + 0.03 * random.normal());
  }
  return beats;
};

const samplesOf = (beats: readonly number[], random: Random): { tMicros: Float64Array; accelG: Float64Array } => {
  const count = SECONDS * RATE_HZ;
  const tMicros = Float64Array.from({ length: count }, (_, i) => (i / RATE_HZ) * MICROS);
  const accelG = new Float64Array(3 * count);
  let b = 0;
  for (let i = 0; i < count; i++) {
    const tS = i / RATE_HZ;
    while ((beats[b + 1] ?? Infinity) <= tS) b++;
    const from = beats[b] ?? 0;
    const rad = (2 * Math.PI * (tS - from)) / ((beats[b + 1] ?? from + 1) - from);
    const value = 0.2 * (Math.cos(rad) + 0.3 * Math.cos(2 * rad + 0.7));
    const noise = (): number => 0.01 * random.normal();
    accelG.set([value + noise(), noise(), 1 + noise()], 3 * i);
  }
  return { tMicros, accelG };
};

/** The windows of one session of strangers. */
const windowsOf = (seed: number): readonly WindowScore[] => {
  const random = createRandom(seed);
  const groupHz = 0.8 + 1.2 * random.uniform();
  const scorer = createGroupScorer({
    members: Array.from({ length: MEMBERS }, (_, k) => ({ name: `m${String(k)}`, placement: "wrist" })),
    tStartMicros: sessionMicros(0),
    windowS: WINDOW_S,
    historyS: Infinity,
    dyads: false,
    random: mulberry32(seed),
  });
  for (let k = 0; k < MEMBERS; k++) {
    const own = random.fork(`member ${String(k)}`);
    const tempoHz = groupHz * (1 + TEMPO_SPREAD * (2 * own.uniform() - 1));
    const { tMicros, accelG } = samplesOf(beatsOf(tempoHz, own), own);
    scorer.pushSamples(k, tMicros, accelG, tMicros.length);
  }
  scorer.advance((SECONDS + SETTLE_S) * MICROS);
  return Array.from({ length: SECONDS / WINDOW_S }, (_, w) =>
    scoreTwice(scorer, w * WINDOW_S * MICROS, (w + 1) * WINDOW_S * MICROS),
  );
};

const [count = 20, firstSeed = 1] = process.argv.slice(2).map(Number);
let [sessions, windows, judged] = [0, 0, 0];
for (let seed = firstSeed; seed < firstSeed + count; seed++) {
  const scored = windowsOf(seed).map(({ startMicros, endMicros, verdict, score, chance, p, reason }) => ({
    startS: startMicros / MICROS,
    endS: endMicros / MICROS,
    verdict,
    score,
    chance,
    p,
    reason,
  }));
  const found = findMoments({ windows: scored, people: [], durationS: SECONDS, led: () => [] });
  const isFalse = found.moments.some(({ kind }) => kind === "came-together");
  judged += found.tests;
  windows += found.found;
  if (isFalse) sessions++;
  if (isFalse) process.stdout.write(`seed ${String(seed)}: ${String(found.found)} windows\n`);
}
const percent = ((100 * sessions) / count).toFixed(1);
process.stdout.write(
  `${String(sessions)} of ${String(count)} sessions of strangers (${percent} %) with a false 'came together'; ` +
    `${String(windows)} of ${String(judged)} windows\n`,
);
