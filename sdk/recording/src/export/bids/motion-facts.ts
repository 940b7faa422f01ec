import type { RecordedSession } from "../../api.ts";
import { sampleRate } from "../sample-rate.ts";

/** What has to be known of a member's motion before it is written. */
export interface MotionFacts {
  readonly samples: number;
  readonly firstMicros: number;
  readonly durationS: number;
  /** Median of the steps, and samples over time. */
  readonly rateHz: number;
  readonly effectiveHz: number;
  readonly hasGyro: boolean;
  readonly board: string;
  readonly firmware: string;
}

const MICROS = 1e6;
const THOUSANDTHS = 1e3;

/** Reads a member's samples once. @returns undefined where there are none */
export const motionFacts = async (session: RecordedSession, member: number): Promise<MotionFacts | undefined> => {
  let [samples, firstMicros, lastMicros, hasGyro] = [0, Infinity, -Infinity, false];
  for await (const { tMicros, gyroDps } of session.samples(member)) {
    samples += tMicros.length;
    firstMicros = Math.min(firstMicros, tMicros[0] ?? Infinity);
    lastMicros = Math.max(lastMicros, tMicros.at(-1) ?? -Infinity);
    hasGyro ||= gyroDps !== undefined;
  }
  if (samples === 0) return undefined;
  let [board, firmware] = ["n/a", "n/a"];
  for await (const { member: of, info } of session.entries("band")) {
    if (of !== member || info === undefined) continue;
    board = info.boardId;
    firmware = info.firmwareVersion;
  }
  const durationS = (lastMicros - firstMicros) / MICROS;
  return {
    samples,
    firstMicros,
    durationS,
    rateHz: await sampleRate(session, member),
    effectiveHz: durationS > 0 ? Math.round((THOUSANDTHS * (samples - 1)) / durationS) / THOUSANDTHS : 0,
    hasGyro,
    board,
    firmware,
  };
};
