import { sessionMicros } from "@entrain/protocol";
import { createGroupScorer, mulberry32, type GroupScorer } from "../src/index.ts";

/** Odd on purpose, so that nothing relies on zero. */
export const ORIGIN = 123_456_789;
export const at = (seconds: number): number => ORIGIN + seconds * 1e6;

/** Samples of one member: times on the session clock, acceleration in g, interleaved. */
export interface Samples {
  readonly tMicros: Float64Array;
  readonly accelG: Float64Array;
}

/** Box–Muller from a seeded uniform source. */
export const normals = (random: () => number): (() => number) => {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(Math.max(1e-12, random())));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
};

/** Samples from a function of seconds to x, y, z. */
export const sampled = (
  seconds: number,
  rateHz: number,
  accelG: (s: number) => readonly [number, number, number],
): Samples => {
  const count = Math.floor(seconds * rateHz);
  const tMicros = new Float64Array(count);
  const values = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    tMicros[i] = at(i / rateHz);
    values.set(accelG(i / rateHz), 3 * i);
  }
  return { tMicros, accelG: values };
};

/** Someone whose movement peaks at the given beats (seconds): a cosine with a second harmonic, noise, gravity on z. */
export const mover = (beats: readonly number[], seconds: number, normal: () => number, amplitudeG = 0.2): Samples => {
  let b = 0;
  return sampled(seconds, 50, (s) => {
    while (b + 2 < beats.length && (beats[b + 1] ?? Infinity) <= s) b++;
    const from = beats[b] ?? 0;
    const rad = (2 * Math.PI * (s - from)) / ((beats[b + 1] ?? from + 1) - from);
    const value = amplitudeG * (Math.cos(rad) + 0.3 * Math.cos(2 * rad + 0.7));
    return [value + 0.01 * normal(), 0.01 * normal(), 1 + 0.01 * normal()];
  });
};

export interface OwnOpts {
  /** Timing noise of each interval, share of the period. People tap with 3 to 5 % (Repp & Su 2013). Default .03. */
  readonly noise?: number;
  /** SD of a tempo that drifts within 15 s, share. Default .015. */
  readonly drift?: number;
}

/** Beats of someone who keeps their own tempo. */
export const ownBeats = (
  tempoHz: number,
  seconds: number,
  random: () => number,
  normal: () => number,
  { noise = 0.03, drift: driftSd = 0.015 }: OwnOpts = {},
): number[] => {
  const period = 1 / tempoHz;
  const beats: number[] = [];
  let drift = driftSd * normal();
  for (let t = -(random() + 3) * period; t < seconds + 3 * period;) {
    beats.push(t);
    drift += (-drift * period) / 15 + driftSd * Math.sqrt((2 * period) / 15) * normal();
    t += period * Math.max(0.2, 1 + drift + noise * normal());
  }
  return beats;
};

/** Beats of someone who follows a pacer with phase correction .3, 4.5 % timing noise and a mean asynchrony. */
export const pacedBeats = (tempoHz: number, seconds: number, meanS: number, normal: () => number): number[] => {
  const period = 1 / tempoHz;
  const beats: number[] = [];
  let asynchronyS = meanS;
  for (let k = -4; k * period < seconds + 3 * period; k++) {
    beats.push(k * period + asynchronyS);
    asynchronyS = meanS + 0.7 * (asynchronyS - meanS) + 0.045 * period * normal();
  }
  return beats;
};

export interface CorrectingOpts {
  readonly members?: number;
  /** Phase correction: the share of the time to the mean of the others that each takes back at every beat. */
  readonly alpha?: number;
  /** Noise of each interval (the timekeeper), share of the period. */
  readonly noise?: number;
  /** Noise of each movement (the motor), share of the period; it is not carried on (Wing & Kristofferson 1973). */
  readonly motor?: number;
  /** Each one's own tempo lies within this share. */
  readonly tempoSpread?: number;
  readonly random?: () => number;
}

/**
 * People who correct towards each other at every beat (Vorberg & Schulze 2002; Repp & Su 2013): everybody's next beat is a
 * period of their own away, less the share `alpha` of how far they were from the mean of the others.
 */
export const correctingBeats = (
  tempoHz: number,
  seconds: number,
  normal: () => number,
  { members = 2, alpha = 0.25, noise = 0.04, motor = 0, tempoSpread = 0, random = () => 0.5 }: CorrectingOpts = {},
): number[][] => {
  const period = 1 / tempoHz;
  const beats: number[][] = Array.from({ length: members }, () => []);
  const own = beats.map(() => period * (1 + tempoSpread * (2 * random() - 1)));
  let due = own.map(() => -5 * period);
  while (Math.min(...due) < seconds + 3 * period) {
    const played = due.map((t) => t + motor * period * normal());
    const sum = played.reduce((a, b) => a + b, 0);
    due = due.map((t, k) => {
      const mine = played[k] ?? 0;
      beats[k]?.push(mine);
      const apart = mine - (sum - mine) / Math.max(1, members - 1);
      return t + (own[k] ?? period) + noise * period * normal() - alpha * apart;
    });
  }
  return beats;
};

/** Two people who each take back a quarter of the time between them at every beat. */
export const pairBeats = (tempoHz: number, seconds: number, normal: () => number): [number[], number[]] => {
  const [a = [], b = []] = correctingBeats(tempoHz, seconds, normal);
  return [a, b];
};

export interface GroupOpts {
  readonly windowS?: number;
  readonly historyS?: number;
  readonly seed?: number;
  readonly strangerTempoSpread?: number;
}

export const scorerFor = (members: number, opts: GroupOpts = {}): GroupScorer =>
  createGroupScorer({
    members: Array.from({ length: members }, (_, k) => ({ name: `m${String(k)}`, placement: "wrist" })),
    tStartMicros: sessionMicros(ORIGIN),
    historyS: opts.historyS ?? Infinity,
    windowS: opts.windowS ?? 30,
    ...(opts.strangerTempoSpread === undefined ? {} : { strangerTempoSpread: opts.strangerTempoSpread }),
    random: mulberry32(opts.seed ?? 1),
  });

/** A recording: everything pushed, then everything processed. */
export const recorded = (members: readonly Samples[], seconds: number, opts: GroupOpts = {}): GroupScorer => {
  const scorer = scorerFor(members.length, opts);
  members.forEach(({ tMicros, accelG }, k) => {
    scorer.pushSamples(k, tMicros, accelG, tMicros.length);
  });
  scorer.advance(at(seconds));
  return scorer;
};

/** Every number in a JSON-able value. */
export const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];
