import { wrapRad } from "../circular.ts";
import { FRAME_HZ } from "../grid.ts";
import { SettledPhase } from "../settled-phase.ts";
import type { FrameTrack } from "./growable.ts";

/** A settled phase that pauses for longer begins anew. */
const STRETCH_GAP_FRAMES = 5 * FRAME_HZ;

/** Fills a member's settled phase in, frame by frame, as far as its filter reaches. */
export class SettledTrack {
  /** Frames [from, to) are the latest stretch, short gaps included. */
  from = 0;
  to = 0;
  readonly #track: FrameTrack;
  readonly #filter = new SettledPhase();
  #next = 0;

  /** @param track written; NaN where there is no phase, or not yet */
  constructor(track: FrameTrack) {
    this.#track = track;
  }

  /**
   * @param signal movement, g, up to and with `frame`
   * @param ok 1 where the member has a phase
   * @param leadRad by which the signal is ahead of the movement
   */
  settle(signal: FrameTrack, ok: FrameTrack, frame: number, tempoHz: number, leadRad: number): void {
    const filter = this.#filter;
    filter.tune(tempoHz);
    const last = frame - filter.delayFrames;
    for (let f = Math.max(this.#next, signal.base + filter.delayFrames); f <= last; f++) {
      if (ok.at(f) !== 1) continue;
      this.#track.set(f, wrapRad(filter.rad(signal, f) - leadRad));
      if (f - this.to > STRETCH_GAP_FRAMES) this.from = f;
      this.to = f + 1;
    }
    this.#next = Math.max(this.#next, last + 1);
  }
}
