import type { Random } from "../random/index.ts";
import type { Body } from "./body.ts";
import { clearPose, createPose } from "./pose.ts";
import { createPostureDrift } from "./posture-drift.ts";
import { requireTime } from "./require-range.ts";
import { createTremor } from "./tremor.ts";

/** What {@link createStill} takes. */
export interface StillOpts {
  readonly random: Random;
  /** RMS of the tremor, g; peaks stay below 3.5 times that. Default 0.0008. */
  readonly tremorG?: number;
  /** 1 for an arm at ease, 0 for a band on a table. Default 1. */
  readonly driftScale?: number;
}

/** Somebody resting: tremor and a slow settling of the arm, no cycle, deaf to pulses. */
export const createStill = (opts: StillOpts): Body => {
  const addTremor = createTremor(opts.random.fork("tremor"), opts.tremorG);
  const addDrift = createPostureDrift(opts.random.fork("drift"), opts.driftScale);
  return {
    kind: "still",
    poseAt(tMicros, out = createPose()) {
      requireTime(tMicros);
      clearPose(out);
      addTremor(tMicros, out);
      addDrift(tMicros, out);
      return out;
    },
    phaseAt: () => undefined,
    tempoHzAt: () => undefined,
    feelPulse: requireTime,
    hearOnset: (_from, tMicros) => void requireTime(tMicros),
    onOnset: undefined,
  };
};
