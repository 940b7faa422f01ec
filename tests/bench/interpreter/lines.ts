import { bandMicros, encodeLine, type HostMessage, type MessageOf, sessionMicros } from "@entrain/protocol";

const T_MICROS = Date.now() * 1_000;
/** Later than any count takes, and no more than an hour. */
const T_SOON_MICROS = T_MICROS + 1_800_000_000;

/** One of each line that a host sends while a group plays, as text. Two sequence numbers: a repeat is not done again. */
export const lineOf = (message: HostMessage, seq: number): string =>
  Buffer.from(encodeLine(message, seq)).toString("latin1");

export const CREDIT: HostMessage = { kind: "credit", upTo: 0xffffffff };
export const CLOCK_REQUEST: HostMessage = { kind: "clockRequest", hostSentMicros: sessionMicros(T_MICROS) };
export const STOP_ALL: HostMessage = { kind: "stopAll" };
export const CAP: HostMessage = { kind: "cap", strength: 255 };
export const CLOCK_MAP: MessageOf<"clockMap"> = {
  kind: "clockMap",
  sessionRef: sessionMicros(T_MICROS),
  bandRef: bandMicros(T_MICROS),
  bandPerSession: 1.00001,
  errorMicros: 100,
};
export const planLine = (segments: number): MessageOf<"plan"> => ({
  kind: "plan",
  beatZeroMicros: sessionMicros(T_MICROS),
  revision: 1,
  totalBeats: 0,
  fadeMillis: 0,
  pulseMillis: 60,
  accentMask: 1,
  muteMask: 0,
  beatsPerBar: 4,
  subdivision: 1,
  strength: 200,
  accentStrength: 255,
  swellBeats: 0,
  segments: Float64Array.from({ length: 3 * segments }, (_, i) =>
    i % 3 === 0 ? (i === 3 * segments - 3 ? 0 : 8) : i % 3 === 1 ? 500_000 : 0,
  ),
});

/** A plan that waits for its first beat. */
export const SOON_PLAN: HostMessage = { ...planLine(1), beatZeroMicros: sessionMicros(T_SOON_MICROS) };
export const SOON_START: HostMessage = { kind: "start", revision: 1, fromMicros: sessionMicros(T_SOON_MICROS) };
