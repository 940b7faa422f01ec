import type { GroupEvent } from "@entrain/band";
import { tempoOfTaps } from "./tapped-tempo.ts";

const KEPT = 5;
/** A smaller change is not followed: nobody moves more evenly than this. */
const LEAST_CHANGE_SHARE = 0.03;
/** A beat that changed more often would be none. */
const LEAST_GAP_MICROS = 4_000_000;

/** Has the beat follow somebody's movement onsets. */
export class TempoFollower {
  private readonly onTempo: (bpm: number) => void;
  private times: number[] = [];
  private bpm: number | undefined;
  private toldMicros = -Infinity;

  /** @param onTempo - told a tempo that differs from the last */
  constructor(onTempo: (bpm: number) => void) {
    this.onTempo = onTempo;
  }

  take(event: GroupEvent["event"]): void {
    if (event.kind !== "onset") return;
    const { onsetMicros } = event;
    this.times = [...this.times, onsetMicros].slice(-KEPT);
    const bpm = tempoOfTaps(this.times);
    if (bpm === undefined || onsetMicros - this.toldMicros < LEAST_GAP_MICROS) return;
    if (this.bpm !== undefined && Math.abs(bpm / this.bpm - 1) < LEAST_CHANGE_SHARE) return;
    this.bpm = bpm;
    this.toldMicros = onsetMicros;
    this.onTempo(bpm);
  }

  /** Somebody else's movement, or another time. */
  reset(): void {
    this.times = [];
    this.bpm = undefined;
  }
}
