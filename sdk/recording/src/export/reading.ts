import type { RecordedSession } from "../api.ts";

/** What an export reads of a published reading. A file says what it likes: everything is looked at before it is used. */
export interface ExportedReading {
  readonly tMicros: number;
  readonly windowS: number;
  readonly delayMicros: number;
  readonly verdict: string;
  readonly reason: string | undefined;
  readonly score: number | undefined;
  readonly chance: number | undefined;
  readonly p: number | undefined;
  readonly order: number | undefined;
  readonly clusterRho: number | undefined;
  readonly tempoHz: number | undefined;
  readonly phaseRad: number | undefined;
  readonly beat: number | undefined;
  readonly members: readonly ExportedMemberReading[];
}

export interface ExportedMemberReading {
  readonly state: string;
  readonly phaseRad: number | undefined;
  readonly tempoHz: number | undefined;
  readonly amplitudeG: number | undefined;
  readonly asynchronyMicros: number | undefined;
  readonly asynchronySdMicros: number | undefined;
  readonly withPacer: boolean | undefined;
  readonly leadMicros: number | undefined;
  readonly blankedShare: number | undefined;
  readonly missingShare: number | undefined;
}

type Fields = Readonly<Record<string, unknown>>;
const fields = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const number = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const flag = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);

const memberReading = (value: unknown): ExportedMemberReading => {
  const member = fields(value);
  const quality = fields(member["quality"]);
  return {
    state: text(member["state"]) ?? "dropout",
    phaseRad: number(member["phaseRad"]),
    tempoHz: number(member["tempoHz"]),
    amplitudeG: number(member["amplitudeG"]),
    asynchronyMicros: number(member["asynchronyMicros"]),
    asynchronySdMicros: number(member["asynchronySdMicros"]),
    withPacer: flag(member["withPacer"]),
    leadMicros: number(member["leadMicros"]),
    blankedShare: number(quality["blankedShare"]),
    missingShare: number(quality["missingShare"]),
  };
};

/** @returns undefined where it is no reading at all */
export const exportedReading = (value: unknown): ExportedReading | undefined => {
  const reading = fields(value);
  const tMicros = number(reading["tMicros"]);
  if (tMicros === undefined) return undefined;
  const group = fields(reading["group"]);
  const score = fields(group["score"]);
  const members: unknown = reading["members"];
  return {
    tMicros,
    windowS: number(reading["windowS"]) ?? 0,
    delayMicros: number(reading["delayMicros"]) ?? 0,
    verdict: text(group["verdict"]) ?? "withheld",
    reason: text(group["reason"]),
    score: number(score["value"]),
    chance: number(score["chance"]),
    p: number(score["p"]),
    order: number(group["orderParameter"]),
    clusterRho: number(group["clusterRho"]),
    tempoHz: number(group["tempoHz"]),
    phaseRad: number(group["meanPhaseRad"]),
    beat: number(fields(reading["pacer"])["beat"]),
    members: Array.isArray(members) ? members.map(memberReading) : [],
  };
};

/** The readings that a file holds, one a second. */
export async function* exportedReadings(session: RecordedSession): AsyncGenerator<ExportedReading> {
  for await (const { reading } of session.entries("reading")) {
    const found = exportedReading(reading);
    if (found !== undefined) yield found;
  }
}
