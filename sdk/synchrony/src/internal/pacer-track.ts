import { wrapRad } from "../circular.ts";
import { FRAME_HZ, FRAME_MICROS } from "../grid.ts";
import { FrameTrack } from "./growable.ts";

/** The pacer's phase, frame by frame: 0 at each beat. NaN where there is none. */
export class PacerTrack {
  beatAt: ((tMicros: number) => number | undefined) | undefined;
  /** Beat position now, or NaN. */
  beat = NaN;
  tempoHz = NaN;
  /** First frame of the present pacing. */
  since = 0;
  readonly phase: FrameTrack;
  readonly #originMicros: number;

  constructor(originMicros: number, keepFrames: number) {
    this.#originMicros = originMicros;
    this.phase = new FrameTrack(keepFrames);
  }

  /** @returns the pacer's tempo, Hz, as a hint for the members' */
  step(frame: number): number | undefined {
    const tMicros = this.#originMicros + frame * FRAME_MICROS;
    const beat = this.#at(tMicros);
    const before = this.#at(tMicros - FRAME_MICROS);
    this.beat = beat;
    const tempoHz = (beat - before) * FRAME_HZ;
    this.tempoHz = tempoHz > 0.02 && tempoHz < 12 ? tempoHz : NaN;
    if (Number.isNaN(this.tempoHz)) this.since = frame + 1;
    this.phase.push(Number.isNaN(beat) ? NaN : wrapRad(2 * Math.PI * (beat - Math.floor(beat))));
    return this.tempoHz <= 4 ? this.tempoHz : undefined;
  }

  #at(tMicros: number): number {
    const beat = this.beatAt?.(tMicros);
    return beat !== undefined && Number.isFinite(beat) ? beat : NaN;
  }
}
