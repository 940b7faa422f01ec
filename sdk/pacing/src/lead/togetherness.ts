import type { LeadReading } from "./api.ts";
import { medianOf } from "./median.ts";

/** Farther than this from where they began, in cycles, somebody has come away from the others. */
const AWAY_CYCLES = 0.25;
/** Of one person alone: their tempo may drift by this share in all. */
const STEADY_SHARE = 0.05;
/** Readings farther apart do not tell how often somebody moved between them. */
const LONGEST_GAP_MICROS = 2e6;

interface Track {
  /** Phase counted on without wrapping, cycles, less where it began. */
  cycles: number;
  phaseRad: number;
  tMicros: number;
  firstHz: number;
  lastHz: number;
}

/**
 * Whether people keep together with nothing to hold them but one another: each one's movements are counted from the
 * first reading on, in their own cycles, and whoever ends within a quarter of a cycle of the median kept together with
 * the others. Those in half and double time are counted in theirs by the ratio at which they began.
 */
export class Togetherness {
  private readonly tracks = new Map<number, Track>();
  private beatHz = NaN;

  take({ tMicros, members, pulse }: LeadReading): void {
    if (Number.isNaN(this.beatHz)) this.beatHz = (pulse?.bpm ?? NaN) / 60;
    members.forEach(({ state, phaseRad, tempoHz }, k) => {
      if (state !== "moving" || phaseRad === undefined || tempoHz === undefined) return;
      const track = this.tracks.get(k);
      if (track === undefined) {
        this.tracks.set(k, { cycles: 0, phaseRad, tMicros, firstHz: tempoHz, lastHz: tempoHz });
        return;
      }
      const seconds = (tMicros - track.tMicros) / 1e6;
      if (seconds * 1e6 > LONGEST_GAP_MICROS) {
        this.tracks.delete(k);
        return;
      }
      const expected = tempoHz * seconds;
      const turned = (phaseRad - track.phaseRad) / (2 * Math.PI);
      track.cycles += turned + Math.round(expected - turned);
      Object.assign(track, { phaseRad, tMicros, lastHz: tempoHz });
    });
  }

  /** Of those seen from beginning to end: how many, and how many of them kept together. */
  found(): { readonly moving: number; readonly kept: number } {
    const tracks = [...this.tracks.values()];
    if (tracks.length < 2) {
      const kept = tracks.filter(({ firstHz, lastHz }) => Math.abs(lastHz / firstHz - 1) < STEADY_SHARE).length;
      return { moving: tracks.length, kept };
    }
    // In beats: somebody in double time moves twice to one, in half time once to two.
    const perBeat = ({ firstHz }: Track): number => 2 ** Math.round(Math.log2(firstHz / this.beatHz));
    const beats = tracks.map((track) => track.cycles / perBeat(track));
    const middle = medianOf(beats);
    const kept = beats.filter((each) => Math.abs(each - middle) < AWAY_CYCLES).length;
    return { moving: tracks.length, kept };
  }
}
