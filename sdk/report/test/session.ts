import { sessionMicros } from "@entrain/protocol";
import type { Entry, EntryKind, EntryOf, RecordedSession } from "@entrain/recording";
import type { WindowScore } from "@entrain/synchrony";

const T0 = 123_456_789;
const MICROS = 1e6;
export const at = (tS: number): ReturnType<typeof sessionMicros> => sessionMicros(T0 + tS * MICROS);

const of = <Kind extends EntryKind>(entries: readonly Entry[], kind: Kind): EntryOf<Kind>[] =>
  entries.filter((entry) => entry.kind === kind) as EntryOf<Kind>[];

export interface SessionOpts {
  readonly members: number;
  readonly seconds?: number;
  readonly title?: string;
  readonly entries?: readonly Entry[];
  /** State of a member at a second; default: moving. */
  readonly state?: (member: number, s: number) => string;
  /** How far ahead of the others, in ms. */
  readonly leadMillis?: (member: number, s: number) => number;
}

export const sessionOf = (opts: SessionOpts): RecordedSession => {
  const { members, seconds = 120, title = "Tuesday", entries = [], state = () => "ok", leadMillis } = opts;
  const readings = Array.from({ length: seconds }, (_, s): Entry => {
    const each = (k: number): object => ({
      name: `P${String(k + 1)}`,
      state: state(k, s),
      amplitudeG: 0.2,
      tempoHz: 1.5,
      withPacer: true,
      ...(leadMillis !== undefined && { leadMicros: 1e3 * leadMillis(k, s) }),
      quality: { blankedShare: 0, missingShare: 0 },
    });
    const group = { verdict: "withheld" };
    const reading = {
      tMicros: at(s),
      windowS: 20,
      delayMicros: 0,
      group,
      members: Array.from({ length: members }, (_m, k) => each(k)),
    };
    return { kind: "reading", tMicros: at(s + 0.25), reading };
  });
  const all = [...readings, ...entries];
  return {
    config: {
      kind: "config",
      tMicros: at(0),
      formatVersion: 1,
      sessionId: "s",
      title,
      startedAt: "2026-03-03T10:00:00.000Z",
      simulated: false,
      software: { entrain: "0.1.0", engine: "engine/1", runtime: "test" },
      members: Array.from({ length: members }, (_, k) => ({ pseudonym: `P${String(k + 1)}`, placement: "wrist" })),
      scoring: { seed: 7, windowS: 20, tStartMicros: at(0) },
    },
    tStartMicros: at(0),
    tEndMicros: at(seconds),
    plans: of(all, "plan"),
    steps: of(all, "step"),
    stops: of(all, "stop"),
    wearerEvents: of(all, "wearer"),
    notes: of(all, "note"),
    markers: of(all, "marker"),
    words: of(all, "word"),
    consents: of(all, "consent"),
    activities: of(all, "activity"),
    counts: {},
    warnings: [],
    entries: async function* (...kinds) {
      await Promise.resolve();
      for (const entry of all) if ((kinds as readonly string[]).includes(entry.kind)) yield entry as never;
    },
    samples: async function* () {
      await Promise.resolve();
      yield* [];
    },
  };
};

/** Windows of 20 s, by their p; a p under .001 goes with a high score. */
export const windowsOf = (ps: readonly (number | undefined)[]): readonly WindowScore[] =>
  ps.map((p, k) => ({
    startMicros: at(20 * k),
    endMicros: at(20 * (k + 1)),
    strangerTempoSpread: 0.03,
    verdict: p === undefined ? "withheld" : p < 0.001 ? "in-sync" : "not-in-sync",
    ...(p !== undefined && { p, chance: 0.1, score: p < 0.001 ? 0.8 : 0.05 }),
  }));
