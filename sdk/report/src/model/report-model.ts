import { type Block, blocksOf, type ExportedReading, exportedReadings } from "@entrain/recording";
import { mulberry32 } from "@entrain/synchrony";
import type { ReportInput } from "./input.ts";
import { ledFindings } from "./led.ts";
import { findMoments, type MomentsModel } from "./moments.ts";
import { type PersonModel, personModel } from "./people.ts";
import type { Span } from "./spans.ts";
import { windowModels } from "./windows.ts";

const MICROS = 1e6;

export interface BlockModel extends Span {
  readonly exercise: string | undefined;
  readonly theme: string | undefined;
  readonly bpm: number | undefined;
}

/** Somebody's words, at a time. */
export interface Said {
  readonly tS: number;
  readonly text: string;
  readonly member?: number;
}

export interface ReportModel extends MomentsModel {
  readonly title: string;
  readonly startedAt: string;
  readonly durationS: number;
  readonly simulated: boolean;
  readonly people: readonly PersonModel[];
  readonly blocks: readonly BlockModel[];
  readonly markers: readonly Said[];
  readonly notes: readonly Said[];
  readonly checkIns: readonly Said[];
  readonly checkOuts: readonly Said[];
  readonly impression: string | undefined;
  readonly windowS: number;
  readonly engine: string;
  readonly software: string;
  /** What could not be read of the file. */
  readonly warnings: number;
  readonly scores: boolean;
}

/** The lead of each member at the end of a window. */
const leadsAt =
  (readings: readonly ExportedReading[], tStartMicros: number) =>
  (span: Span): Span & { readonly leadMicros: readonly (number | undefined)[] } => {
    const at = readings.findLast(({ tMicros }) => (tMicros - tStartMicros) / MICROS <= span.endS);
    return { ...span, leadMicros: at?.members.map(({ leadMicros }) => leadMicros) ?? [] };
  };

/** Everything that a report says, worked out; how it says it is another matter. */
export const reportModel = async (input: ReportInput): Promise<ReportModel> => {
  const { session, nameOf, impression } = input;
  const { config, tStartMicros, tEndMicros } = session;
  const readings: ExportedReading[] = [];
  for await (const reading of exportedReadings(session)) if (reading.tMicros >= tStartMicros) readings.push(reading);
  const seconds = (micros: number): number => Math.max(0, (micros - tStartMicros) / MICROS);
  const durationS = seconds(tEndMicros);
  const people = config.members.map(({ pseudonym }, k) =>
    personModel(session, readings, k, nameOf?.(pseudonym) ?? pseudonym),
  );
  const said = ({ tMicros, text }: { readonly tMicros: number; readonly text: string }): Said => ({
    tS: seconds(tMicros),
    text,
  });
  const words = (at: "check-in" | "check-out"): Said[] =>
    session.words.filter((word) => word.at === at).map((word) => ({ ...said(word), member: word.member }));
  const random = mulberry32(config.scoring.seed);
  const withLeads = leadsAt(readings, tStartMicros);
  const impressions = session.notes.filter(({ about }) => about === "impression").map(({ text }) => text);
  return {
    ...findMoments({
      windows: config.members.length < 2 ? [] : windowModels(session, input.windows, readings),
      people,
      durationS,
      // Two people have no leader between them that could be told: each is as far ahead as the other is behind.
      led: (windows) => (people.length < 3 ? [] : ledFindings(windows.map(withLeads), people.length, random)),
    }),
    title: config.title,
    startedAt: config.startedAt,
    durationS,
    simulated: config.simulated,
    people,
    blocks: blocksOf(session).map(({ startMicros, endMicros, exercise, theme, bpm }: Block) => ({
      startS: seconds(startMicros),
      endS: seconds(endMicros),
      exercise,
      theme,
      bpm,
    })),
    markers: session.markers.map(({ tMicros, label = "" }) => ({ tS: seconds(tMicros), text: label })),
    notes: session.notes.filter(({ about }) => about === "note").map(said),
    checkIns: words("check-in"),
    checkOuts: words("check-out"),
    impression: impression ?? (impressions.length > 0 ? impressions.join("\n") : undefined),
    windowS: config.scoring.windowS,
    engine: config.software.engine,
    software: config.software.entrain,
    warnings: session.warnings.length,
    scores: input.scores,
  };
};
