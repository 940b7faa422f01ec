import type { MessageOf } from "@entrain/protocol";

/** What makes a plan one that no band takes. */
export const absurdPlans: readonly Partial<MessageOf<"plan">>[] = [
  { segments: Float64Array.of() },
  { segments: Float64Array.of(0, 0, 0) },
  { segments: Float64Array.of(0, 10_000, 0) },
  { segments: Float64Array.of(0, -500_000, 0) },
  { segments: Float64Array.of(0, 1e300, 0) },
  { segments: Float64Array.of(0, NaN, 0) },
  { segments: Float64Array.of(4, 500_000, -200_000, 0, 500_000, 0) },
  { segments: Float64Array.of(0, 500_000, 0, 0, 500_000, 0) },
  { segments: Float64Array.of(-4, 500_000, 0) },
  { pulseMillis: 60_000 },
  { pulseMillis: 0 },
  { subdivision: 0 },
  { subdivision: 200 },
  { beatsPerBar: 0 },
];
