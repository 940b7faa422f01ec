import { MICROS_PER_SECOND } from "@entrain/protocol";
import type { RecordedSession } from "../api.ts";

/** Shares of a session's readings, sum 1; all 0 where there are none. */
export interface VerdictShares {
  readonly inSync: number;
  readonly notInSync: number;
  readonly undecided: number;
  readonly withheld: number;
}

/** Somebody's own word. */
export interface SummaryWord {
  readonly who: string;
  readonly at: "check-in" | "check-out";
  readonly text: string;
}

/** What a list of sessions needs to know of one. Plain data, as JSON. */
export interface SessionSummary {
  readonly sessionId: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationS: number;
  readonly simulated: boolean;
  /** Pseudonyms. */
  readonly members: readonly string[];
  readonly theme?: string;
  /** What was done, in its order, each once. */
  readonly exercises: readonly string[];
  readonly words: readonly SummaryWord[];
  readonly notes: readonly string[];
  readonly markers: number;
  /** Beats a minute that were paced, in their order. */
  readonly tempi: readonly number[];
  readonly verdicts: VerdictShares;
  readonly engine: string;
  readonly windowS: number;
  /** The session that this is a layer of. */
  readonly layerOf?: string;
  readonly warnings: number;
}

const VERDICTS: Readonly<Record<string, keyof VerdictShares>> = {
  "in-sync": "inSync",
  "not-in-sync": "notInSync",
  undecided: "undecided",
  withheld: "withheld",
};

const verdictOf = (reading: unknown): keyof VerdictShares | undefined => {
  const group = (reading as { readonly group?: { readonly verdict?: unknown } } | null)?.group;
  return typeof group?.verdict === "string" ? VERDICTS[group.verdict] : undefined;
};

const verdictShares = async (session: RecordedSession): Promise<VerdictShares> => {
  const counts = { inSync: 0, notInSync: 0, undecided: 0, withheld: 0 };
  let all = 0;
  for await (const { reading } of session.entries("reading")) {
    const verdict = verdictOf(reading);
    if (verdict === undefined) continue;
    counts[verdict]++;
    all++;
  }
  const share = (count: number): number => (all === 0 ? 0 : count / all);
  return {
    inSync: share(counts.inSync),
    notInSync: share(counts.notInSync),
    undecided: share(counts.undecided),
    withheld: share(counts.withheld),
  };
};

/** Sums a session up for a list, in one more pass over its file. */
export const summarise = async (session: RecordedSession): Promise<SessionSummary> => {
  const { config, words, notes, markers, plans, activities, warnings } = session;
  const exercises = [config.exercise, ...activities.map(({ exercise }) => exercise)];
  const theme = config.theme ?? activities.find((activity) => activity.theme !== undefined)?.theme;
  return {
    sessionId: config.sessionId,
    title: config.title,
    startedAt: config.startedAt,
    durationS: (session.tEndMicros - session.tStartMicros) / MICROS_PER_SECOND,
    simulated: config.simulated,
    members: config.members.map(({ pseudonym }) => pseudonym),
    ...(theme !== undefined && { theme }),
    exercises: [...new Set(exercises.filter((exercise) => exercise !== undefined))],
    words: words.map(({ member, at, text }) => ({ who: config.members[member]?.pseudonym ?? "", at, text })),
    notes: notes.map(({ text }) => text),
    markers: markers.length,
    tempi: plans.map(({ bpm }) => bpm).filter((bpm, i, all) => bpm !== all[i - 1]),
    verdicts: await verdictShares(session),
    engine: config.software.engine,
    windowS: config.scoring.windowS,
    ...(config.layerOf !== undefined && { layerOf: config.layerOf.sessionId }),
    warnings: warnings.length,
  };
};

/** Whether every word of a search stands somewhere in what people wrote, named or did; case does not matter. */
export const matches = (summary: SessionSummary, search: string): boolean => {
  const { title, theme = "", exercises, words, notes, members, startedAt } = summary;
  const said = words.map(({ text }) => text);
  const text = [title, theme, ...exercises, ...said, ...notes, ...members, startedAt].join("\n").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
