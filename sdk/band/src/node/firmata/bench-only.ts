import type { Placement } from "../../band.ts";
import { BandError } from "../../errors.ts";

/** What a bench band says of itself wherever it appears. */
export const BENCH_ONLY =
  "bench only, never worn: nothing on an Arduino with StandardFirmata keeps the limits by itself, nobody can stop it " +
  "on the wrist, and a bare PWM motor keeps its last level when the host dies";

/** @throws BandError `refused` where someone is about to wear a bench band; on the table or held in the hand it may be */
export const requireOnBench = (placement: Placement | undefined): void => {
  if (placement === undefined || placement === "hand") return;
  throw new BandError(
    "refused",
    `expected a bench band on the table or in the hand, found it at the ${placement}: ${BENCH_ONLY}`,
  );
};
