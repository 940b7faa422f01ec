import type { MessageOf } from "../message-types.ts";

/** A plan that a test may bend: 120 a minute in bars of four, pulses of 60 ms, until it is stopped. */
export const planOf = (
  change: Partial<MessageOf<"plan">> & Pick<MessageOf<"plan">, "beatZeroMicros">,
): MessageOf<"plan"> => ({
  kind: "plan",
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
  segments: Float64Array.of(0, 500_000, 0),
  ...change,
});
