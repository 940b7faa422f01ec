import type { FollowerOpts, Random } from "@entrain/simulator";

/** How somebody takes part; those who only follow are who can be led. */
export type Part = "follows" | "half-time" | "double-time" | "own-rhythm" | "still";

export interface SimulatedPerson {
  readonly part: Part;
  readonly timing: Omit<FollowerOpts, "random" | "tStartMicros">;
  /** Pauses a minute, and their mean length. */
  readonly restsPerMinute: number;
  readonly restSeconds: number;
}

export interface SimulatedGroup {
  readonly people: readonly SimulatedPerson[];
  /** Median own tempo of those who can be led, beats a minute. */
  readonly ownBpm: number;
  readonly targetBpm: number;
}

export const MEMBERS = 8;
const [SLOWEST_OWN_BPM, FASTEST_OWN_BPM] = [84, 132];

const partOf = (chance: number): Part =>
  chance < 0.05
    ? "still"
    : chance < 0.11
      ? "own-rhythm"
      : chance < 0.16
        ? "half-time"
        : chance < 0.19
          ? "double-time"
          : "follows";

const RATIOS: Readonly<Record<Part, { readonly movements: number; readonly pulses: number }>> = {
  follows: { movements: 1, pulses: 1 },
  "half-time": { movements: 1, pulses: 2 },
  "double-time": { movements: 2, pulses: 1 },
  "own-rhythm": { movements: 1, pulses: 1 },
  still: { movements: 1, pulses: 1 },
};

/** One person. @param ease - of the group, [0, 1]: how readily it follows */
const personOf = (random: Random, centreBpm: number, spread: number, ease: number): SimulatedPerson => {
  const part = partOf(random.uniform());
  const between = (low: number, high: number): number => low + (high - low) * random.uniform();
  /** Nearer the high end in a group that follows readily. */
  const able = (low: number, high: number): number =>
    low + (high - low) * Math.min(1, Math.max(0, 0.7 * ease + 0.6 * random.uniform() - 0.15));
  const { movements, pulses } = RATIOS[part];
  const ownBpm = Math.min(FASTEST_OWN_BPM, Math.max(SLOWEST_OWN_BPM, centreBpm * Math.exp(spread * random.normal())));
  const follows = part !== "own-rhythm" && part !== "still";
  return {
    part,
    timing: {
      ownTempoHz: ((ownBpm / 60) * movements) / pulses,
      movements,
      pulses,
      alpha: follows ? able(0.1, 0.5) : 0,
      beta: follows ? able(0.02, 0.2) : 0,
      alphaOthers: follows ? between(0.03, 0.15) : 0,
      meanAsynchronyRatio: -between(0, 0.1),
      timekeeperSdRatio: between(0.02, 0.05),
      motorSdMicros: between(5_000, 15_000),
      wanderSdRatio: follows ? 0.01 : 0.03,
      limits: { reach: able(0.06, 0.25), takeOver: able(0.003, 0.03), pull: between(0, 0.003) },
      lapsesPerMinute: between(0.1, 0.8) * (1.5 - ease),
      lapseSeconds: between(3, 8),
    },
    restsPerMinute: between(0, 0.2),
    restSeconds: between(8, 25),
  };
};

/** A group of eight. The same seed gives the same people. */
export const simulatedGroup = (random: Random): SimulatedGroup => {
  const centreBpm = SLOWEST_OWN_BPM + (FASTEST_OWN_BPM - SLOWEST_OWN_BPM) * random.uniform();
  const spread = 0.03 + 0.07 * random.uniform();
  const ease = random.uniform();
  const toSixty = random.uniform() < 0.5;
  const people = Array.from({ length: MEMBERS }, (_, k) =>
    personOf(random.fork(`person ${String(k)}`), centreBpm, spread, ease),
  );
  const own = people
    .filter(({ part }) => part !== "own-rhythm" && part !== "still")
    .map(({ timing: { ownTempoHz, movements = 1, pulses = 1 } }) => (60 * ownTempoHz * pulses) / movements)
    .sort((a, b) => a - b);
  const ownBpm = own[own.length >> 1] ?? centreBpm;
  return { people, ownBpm, targetBpm: toSixty ? 60 : 0.75 * ownBpm };
};
