import { sessionMicros } from "@entrain/protocol";
import type { Entry, EntryKind, EntryOf, RecordedSession, SampleBlock } from "../../src/index.ts";
import { configOf, T0 } from "../sessions.ts";

const MICROS = 1e6;
export const at = (tS: number): ReturnType<typeof sessionMicros> => sessionMicros(T0 + tS * MICROS);

const of = <Kind extends EntryKind>(entries: readonly Entry[], kind: Kind): EntryOf<Kind>[] =>
  entries.filter((entry) => entry.kind === kind) as EntryOf<Kind>[];

export interface RecordedOpts {
  readonly config?: Parameters<typeof configOf>[0];
  readonly entries?: readonly Entry[];
  /** A member's samples; none where undefined. */
  readonly samples?: (member: number) => readonly SampleBlock[];
  readonly seconds?: number;
}

/** A session as a reader would give it, from what it holds. */
export const recorded = ({ config, entries = [], samples, seconds = 60 }: RecordedOpts = {}): RecordedSession => ({
  config: configOf(config),
  tStartMicros: at(0),
  tEndMicros: at(seconds),
  plans: of(entries, "plan"),
  stops: of(entries, "stop"),
  steps: of(entries, "step"),
  wearerEvents: of(entries, "wearer"),
  notes: of(entries, "note"),
  markers: of(entries, "marker"),
  words: of(entries, "word"),
  consents: of(entries, "consent"),
  activities: of(entries, "activity"),
  counts: {},
  warnings: [],
  entries: async function* (...kinds) {
    await Promise.resolve();
    for (const entry of entries)
      if (kinds.length === 0 || (kinds as readonly string[]).includes(entry.kind)) yield entry as never;
  },
  samples: async function* (member) {
    await Promise.resolve();
    yield* samples?.(member) ?? [];
  },
});

/** Samples whose values say where they belong: x is the member, y the number of the sample, z a fraction. */
export const markedSamples = (
  member: number,
  count: number,
  rateHz: number,
  hasGyro = true,
): readonly SampleBlock[] => {
  const blocks: SampleBlock[] = [];
  for (let first = 0; first < count; first += 4) {
    const n = Math.min(4, count - first);
    const numbers = Array.from({ length: n }, (_, i) => first + i);
    blocks.push({
      tMicros: Float64Array.from(numbers, (i) => T0 + 500_000 + ((i + 0.1 * member) * MICROS) / rateHz),
      accelG: Float64Array.from(numbers.flatMap((i) => [member, i / 1024, 0.5])),
      gyroDps: hasGyro ? Float64Array.from(numbers.flatMap((i) => [-member, i, 0.25])) : undefined,
      missed: 0,
    });
  }
  return blocks;
};

interface ReadingOpts {
  readonly members: number;
  readonly verdict?: string;
  readonly score?: number;
}

/** A published reading, as a file holds it. */
export const readingEntry = (tS: number, { members, verdict = "withheld", score }: ReadingOpts): Entry => ({
  kind: "reading",
  tMicros: at(tS + 0.25),
  reading: {
    estimator: "test 1",
    tMicros: at(tS),
    windowS: 10,
    delayMicros: 0,
    group: {
      verdict,
      reason: verdict === "withheld" ? "resting" : undefined,
      ...(score !== undefined && { score: { value: score, chance: 0.125, p: 0.03125, windowS: 10 }, tempoHz: 1.5 }),
    },
    members: Array.from({ length: members }, (_, k) => ({
      name: `P${String(k + 1)}`,
      state: score === undefined ? "still" : "ok",
      amplitudeG: 0.25,
      ...(score !== undefined && { tempoHz: 1.5, asynchronyMicros: -40_000, withPacer: true }),
      quality: { blankedShare: 0.25, missingShare: 0 },
    })),
  },
});

const plan = { kind: "plan", beatsBefore: 0 } as const;

/** One of each thing that an export carries, texts that would break a careless table among it. */
export const BUSY: readonly Entry[] = [
  { kind: "activity", tMicros: at(1), exercise: "sway, together", theme: "arriving" },
  { ...plan, tMicros: at(4), fromMicros: at(5), bpm: 60, plan: {} as never },
  ...Array.from({ length: 20 }, (_, k) => readingEntry(6 + k, { members: 2, verdict: "in-sync", score: k / 20 })),
  {
    kind: "pulse",
    tMicros: at(6.1),
    member: 0,
    onMicros: at(6),
    plannedMicros: at(6.01),
    durationMicros: 80_000,
    pulseIndex: 0,
    revision: 1,
    strength: 200,
  },
  { kind: "wearer", tMicros: at(12), member: 1, action: "stop", wearerCap: 255 },
  { kind: "marker", tMicros: at(14), label: 'they said "now",\nall at once' },
  { kind: "note", tMicros: at(15), about: "note", text: "secret note" },
  { kind: "word", tMicros: at(16), member: 0, at: "check-in", text: "secret word" },
  { kind: "stop", tMicros: at(30) },
  readingEntry(40, { members: 2 }),
];

export const bothAgree: readonly Entry[] = [0, 1].map((member) => ({
  kind: "consent",
  tMicros: at(0),
  member,
  use: "raw-export",
  given: true,
}));
