import type { Pose } from "./pose.ts";

/**
 * A virtual person, seen at one wrist. All times are true time: microseconds on the session clock.
 *
 * A body lives forwards. Asking it about a time commits it up to that time: a pulse or an onset that arrives later but
 * bears an earlier time is still taken into account for the next movement wherever a person could still have done so.
 * Looking back by up to about eight cycles is exact, so that an IMU's queue may be filled after the fact.
 */
export interface Body {
  readonly kind: "mover" | "own-rhythm" | "still";

  /** The wrist at `tMicros`, written into `out` and returned; without `out`, into a new pose. */
  poseAt(tMicros: number, out?: Pose): Pose;

  /**
   * Ground truth: movement phase in cycles, counted up without wrapping; whole numbers are movement onsets (the beat of
   * a drum, the foot on the ground, the breath drawn in). Undefined for a body that makes no cyclic movement.
   */
  phaseAt(tMicros: number): number | undefined;

  /** Ground truth: the movement tempo now intended, cycles per second. Undefined as for {@link phaseAt}. */
  tempoHzAt(tMicros: number): number | undefined;

  /**
   * The own band's pulse was felt at `tMicros`. Only pulses that mark a beat: whoever plays a breath as a train of
   * pulses calls this once a breath.
   */
  feelPulse(tMicros: number): void;

  /** Another body's movement onset reached this one at `tMicros`. `from` tells the others apart. */
  hearOnset(from: string, tMicros: number): void;

  /** Called with the time of each movement onset, in order, when the body is first asked about that time or a later one. */
  onOnset: ((tMicros: number) => void) | undefined;
}
