import type { SessionView } from "@entrain/session";

/** A beat that is to come, on the clock of `performance.now()`. */
export interface ComingBeat {
  /** Counted from the first. */
  readonly beat: number;
  readonly atMs: number;
  readonly isFirstOfBar: boolean;
}

/** So many arrivals are looked at for the one that was least late. */
const KEPT = 75;
/** The tempo is that of so long, ms of session time: a ramp is followed, a late view is not. */
const TEMPO_OVER_MS = 400;
const MS_PER_MINUTE = 60_000;

interface Seen {
  readonly sessionMs: number;
  readonly arrivedMs: number;
  readonly beat: number;
}

/**
 * When beats come, on this computer's own clock. A view says where the beat was at a session time, and arrives a little
 * later; the least late of the last few tells how the two clocks stand to each other.
 */
export class BeatTimes {
  private seen: Seen[] = [];
  private beatsPerBar = 4;
  private msPerBeat = MS_PER_MINUTE;

  /** @param arrivedMs - when it came, on the clock of `performance.now()` */
  take({ tMicros, pacer, playing }: SessionView, arrivedMs: number): void {
    const { beat, bpm, beatsPerBar } = pacer;
    const last = this.seen.at(-1);
    const sessionMs = tMicros / 1_000;
    const isOther = last !== undefined && (sessionMs < last.sessionMs || (beat ?? 0) < last.beat);
    if (!playing || beat === undefined || isOther) this.seen = [];
    if (!playing || beat === undefined) return;
    this.beatsPerBar = beatsPerBar;
    this.seen = [...this.seen.slice(1 - KEPT), { sessionMs, arrivedMs, beat }];
    this.msPerBeat = this.tempo() ?? MS_PER_MINUTE / bpm;
  }

  /** Beats from one moment on, and before another. Empty while nothing plays. */
  between(fromMs: number, toMs: number): readonly ComingBeat[] {
    const last = this.seen.at(-1);
    if (last === undefined) return [];
    const { msPerBeat, beatsPerBar } = this;
    const aheadMs = Math.min(...this.seen.map(({ sessionMs, arrivedMs }) => arrivedMs - sessionMs));
    const timeOf = (beat: number): number => last.sessionMs + aheadMs + (beat - last.beat) * msPerBeat;
    const beats: ComingBeat[] = [];
    let beat = Math.max(0, Math.ceil(last.beat + (fromMs - last.sessionMs - aheadMs) / msPerBeat));
    for (; timeOf(beat) < toMs; beat++)
      beats.push({ beat, atMs: timeOf(beat), isFirstOfBar: beat % beatsPerBar === 0 });
    return beats;
  }

  private tempo(): number | undefined {
    const last = this.seen.at(-1);
    if (last === undefined) return undefined;
    const before = this.seen.filter(({ sessionMs }) => last.sessionMs - sessionMs >= TEMPO_OVER_MS).at(-1);
    if (before === undefined || last.beat <= before.beat) return undefined;
    return (last.sessionMs - before.sessionMs) / (last.beat - before.beat);
  }
}
