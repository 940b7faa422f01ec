import type { MemberState, ReasonCode } from "./api.ts";
import { FRAME_HZ } from "./grid.ts";

/** Movement begins above and ends below these. Sensor noise reaches about 2 mg in the band, the hand of someone at rest 4. */
const MOVING_G = 0.008;
const STILL_G = 0.005;
/** White noise has about 2/(samples in two cycles) of its power at one tempo: .06 to .17. */
const RHYTHM_FOUND = 0.3;
const RHYTHM_LOST = 0.15;
const AMBIGUOUS_AFTER_S = 8;
const RIVAL = 0.8;

/** Frames without data before a member counts as gone. Shorter gaps are bridged. */
export const BRIDGED_FRAMES = 12;

export interface FrameFacts {
  readonly present: boolean;
  readonly gapFrames: number;
  readonly gapIsOwnMotor: boolean;
  readonly amplitudeG: number;
  readonly phaseKnown: boolean;
  readonly concentration: number;
  readonly rival: number;
}

/** One member's state, decided once a frame, with hysteresis so that it does not flicker. */
export class StateMachine {
  state: MemberState = "still";
  moving = false;
  #searchingFrames = 0;
  #heard = false;

  next(facts: FrameFacts): MemberState {
    this.#heard ||= facts.gapFrames === 0 || facts.gapIsOwnMotor;
    if (!facts.present) return this.#leave("still");
    if (!this.#heard || (facts.gapFrames > BRIDGED_FRAMES && !facts.gapIsOwnMotor)) return this.#leave("dropout");
    this.moving = facts.amplitudeG > (this.moving ? STILL_G : MOVING_G);
    if (!this.moving) return this.#leave("still");
    const needed = this.state === "ok" ? RHYTHM_LOST : RHYTHM_FOUND;
    if (facts.phaseKnown && facts.concentration > needed && facts.rival < RIVAL) {
      this.#searchingFrames = 0;
      return (this.state = "ok");
    }
    this.#searchingFrames++;
    return (this.state = this.#searchingFrames > AMBIGUOUS_AFTER_S * FRAME_HZ ? "ambiguous-tempo" : "acquiring");
  }

  #leave(state: MemberState): MemberState {
    this.moving = false;
    this.#searchingFrames = 0;
    return (this.state = state);
  }
}

const REASONS: Readonly<Record<Exclude<MemberState, "ok">, { readonly code: ReasonCode; readonly text: string }>> = {
  still: { code: "resting", text: "resting" },
  acquiring: { code: "finding-rhythm", text: "finding the rhythm" },
  dropout: { code: "no-signal", text: "no signal" },
  "ambiguous-tempo": { code: "own-rhythm", text: "own rhythm" },
};

/** Why a member is not scored, in words for people. */
export const stateReason = (
  state: MemberState,
  present: boolean,
): { readonly code: ReasonCode; readonly text: string } | undefined => {
  if (!present) return { code: "listening", text: "listening" };
  return state === "ok" ? undefined : REASONS[state];
};
