import { quote } from "./quote.ts";
import { RequestError } from "./request-error.ts";

/** The same range as MIN_BPM and MAX_BPM in \@entrain/pacing, which a session holds to in any case. */
export const MIN_BPM = 4;
export const MAX_BPM = 240;

const isBpm = (value: unknown): value is number => typeof value === "number" && value >= MIN_BPM && value <= MAX_BPM;

/**
 * The tempo asked for by a body `{ "bpm": 96 }`, beats a minute.
 *
 * @throws RequestError 400
 */
export const tempoOf = (body: unknown): number => {
  const bpm = typeof body === "object" && body !== null && "bpm" in body ? body.bpm : undefined;
  if (isBpm(bpm)) return bpm;
  const range = `${String(MIN_BPM)} to ${String(MAX_BPM)}`;
  throw new RequestError(400, "bad-value", `expected bpm as a number from ${range}, found ${quote(bpm)}`);
};
