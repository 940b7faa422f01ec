/**
 * Pulses closer than 80 to 90 ms are felt as one; this leaves twice that, and room for the motor to come to rest. A motor
 * with a turning weight needs longer: its band refuses what is too soon.
 */
const MIN_GAP_MICROS = 180_000;
/** However wildly somebody moves, nobody gets more than 3 pulses a second for long: six ahead of that at most. */
const PER_SECOND = 3;
const MOST_AHEAD = 6;

/** Keeps mirrored pulses from annoying whoever wears the band: some are left out, none is made up for. */
export class PulseThinner {
  private lastMicros = -Infinity;
  private ahead = MOST_AHEAD;
  private tAheadMicros = -Infinity;

  /** Whether a pulse may go out now; one that may counts as sent. Times in order. */
  admit(tMicros: number): boolean {
    const grown = this.ahead + (PER_SECOND * (tMicros - this.tAheadMicros)) / 1e6;
    this.ahead = Math.min(MOST_AHEAD, grown);
    this.tAheadMicros = tMicros;
    if (this.ahead < 1 || tMicros - this.lastMicros < MIN_GAP_MICROS) return false;
    this.ahead--;
    this.lastMicros = tMicros;
    return true;
  }
}
