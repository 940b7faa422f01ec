import { BAND_LOW_HZ, BAND_HIGH_HZ, FRAME_HZ } from "../grid.ts";
import { TempoFinder } from "../tempo.ts";
import type { FrameTrack } from "./growable.ts";

/** A tempo once found is tracked by its phase; the spectrum only watches over it. */
const TEMPO_EVERY_FRAMES = 2 * FRAME_HZ;
const TEMPO_SEARCH_FRAMES = FRAME_HZ;
/** A tempo that plainly is where the movement is needs less watching. */
const TEMPO_TRUSTED_FRAMES = 4 * FRAME_HZ;
/** The spectrum overrules the tracked tempo when it says otherwise by this ratio, twice running. */
const RETUNE_RATIO = 1.12;
/** Above this the tracked tempo is where the movement is; the spectrum of 20 s is only remembering an older one. */
const TRUSTED_CONCENTRATION = 0.5;
const TRACK_CYCLES = 0.6;
/** What 20 s cannot show is looked for in a minute, once a movement has gone on for this long without a clear rhythm. */
const SLOW_AFTER_FRAMES = 25 * FRAME_HZ;
const SLOW_BELOW_HZ = 0.12;
const UNCLEAR = 0.15;
const SLOW_FRAMES_PER_POINT = 6;

/** How the present tempo fits the movement. */
export interface TempoFit {
  readonly concentration: number;
  readonly clarity: number;
}

/** One member's tempo: found in a spectrum, then tracked by phase. */
export class TempoTracker {
  /** NaN until found. */
  tempoHz = NaN;
  /** Power of the strongest unrelated peak over that of the tempo. */
  rival = 0;
  readonly #finder = new TempoFinder();
  readonly #slow = new TempoFinder(SLOW_FRAMES_PER_POINT);
  readonly #stagger: number;
  #disagreed = 0;

  constructor(stagger: number) {
    this.#stagger = stagger;
  }

  /** Looks at the spectrum when it is time to. */
  watch(signal: FrameTrack, frame: number, firstFrame: number, hintHz: number | undefined, fit: TempoFit): void {
    const known = fit.concentration > TRUSTED_CONCENTRATION ? TEMPO_TRUSTED_FRAMES : TEMPO_EVERY_FRAMES;
    const every = Number.isNaN(this.tempoHz) ? TEMPO_SEARCH_FRAMES : known;
    if ((frame + this.#stagger) % every !== 0) return;
    const unclear = fit.clarity < UNCLEAR || this.tempoHz < SLOW_BELOW_HZ;
    if (unclear && frame - firstFrame > SLOW_AFTER_FRAMES && this.#foundSlow(signal, frame, firstFrame)) return;
    const found = this.#finder.find(signal, frame, firstFrame, hintHz);
    if (found === undefined) return;
    this.rival = found.rival;
    const ratio = Math.abs(Math.log(found.tempoHz / this.tempoHz));
    this.#disagreed = ratio > Math.log(RETUNE_RATIO) ? this.#disagreed + 1 : 0;
    if (Number.isNaN(this.tempoHz) || (this.#disagreed >= 2 && fit.concentration < TRUSTED_CONCENTRATION)) {
      this.tempoHz = found.tempoHz;
      this.#disagreed = 0;
    }
  }

  /** @param measuredHz of the live phase; what is far off is an error, not a tempo */
  follow(measuredHz: number): void {
    if (!(Math.abs(measuredHz / this.tempoHz - 1) < 0.25)) return;
    const rate = Math.min(0.2, this.tempoHz / (FRAME_HZ * TRACK_CYCLES));
    const tempoHz = this.tempoHz + (measuredHz - this.tempoHz) * rate;
    this.tempoHz = Math.min(BAND_HIGH_HZ, Math.max(BAND_LOW_HZ, tempoHz));
  }

  forget(): void {
    this.tempoHz = NaN;
    this.#disagreed = 0;
  }

  #foundSlow(signal: FrameTrack, frame: number, firstFrame: number): boolean {
    const found = this.#slow.find(signal, frame, firstFrame, undefined);
    if (found === undefined || found.tempoHz > SLOW_BELOW_HZ) return false;
    if (!(Math.abs(Math.log(found.tempoHz / this.tempoHz)) < Math.log(RETUNE_RATIO)))
      this.tempoHz = Math.max(BAND_LOW_HZ, found.tempoHz);
    this.rival = found.rival;
    this.#disagreed = 0;
    return true;
  }
}
