import { isUnderWay } from "../exercise/follow-state.ts";
import type { Circle, LastSession, SessionView } from "../contract.ts";

const MINUTE_MICROS = 60e6;
/** What a plain beat is called in the list of what was done. */
export const STEADY_BEAT = "Steady beat";

/** What was done in a session, as it goes by. */
export class DoneList {
  private readonly titles: string[] = [];
  private readonly tStartMicros: number;
  private now: string | undefined;

  constructor(tStartMicros: number) {
    this.tStartMicros = tStartMicros;
  }

  take({ playing, exercise, preview }: SessionView): void {
    if (!playing || preview !== undefined) return;
    const title = isUnderWay(exercise) ? exercise?.title : STEADY_BEAT;
    if (title !== undefined && title !== this.now) this.titles.push(title);
    if (title !== undefined) this.now = title;
  }

  /** The session is over. */
  end(tMicros: number, circle: Circle, scores: boolean, file: string | undefined): LastSession {
    return {
      circle,
      done: this.titles,
      minutes: Math.round((tMicros - this.tStartMicros) / MINUTE_MICROS),
      scores,
      ...(file !== undefined && { file }),
    };
  }
}
