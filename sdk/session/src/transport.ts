import type { BandGroup } from "@entrain/band";
import { periodOfBpm } from "@entrain/pacing";
import type { Entry } from "@entrain/recording";
import type { Scheduler } from "@entrain/time";
import type { ExerciseDesk } from "./exercise/exercise-desk.ts";
import { isUnderWay } from "./exercise/follow-state.ts";
import type { Pacer } from "./pacer.ts";
import type { Rehearsal } from "./person/rehearsal.ts";
import type { PlainBeat } from "./plain-beat.ts";
import type { StopWatch } from "./stop-watch.ts";

export interface TransportOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  readonly record: (entry: Entry) => void;
  readonly pacer: Pacer;
  readonly plain: PlainBeat;
  readonly desk: ExerciseDesk;
  readonly rehearsal: Rehearsal;
  readonly stop: StopWatch;
  /** Names of exercises that a start begins with; else a steady beat. */
  readonly setlist: readonly string[];
  readonly bpm: number;
  /** Told when a plain beat begins, or anything ends at once. */
  readonly onChange: () => void;
}

/** A plain beat that is let go. */
const FADE_MILLIS = 3_000;

/** Start, tempo, letting go, and STOP: of an exercise, or of one plain beat for all. */
export class Transport {
  private readonly opts: TransportOpts;
  private bpmNow: number;

  constructor(opts: TransportOpts) {
    this.opts = opts;
    this.bpmNow = opts.bpm;
  }

  /** Beats a minute outside exercises. */
  get bpm(): number {
    return this.bpmNow;
  }

  get isPlaying(): boolean {
    return this.opts.pacer.isPlaying || this.isInExercise;
  }

  async start(): Promise<void> {
    const { rehearsal, desk, stop, setlist } = this.opts;
    rehearsal.end();
    if (this.isPlaying) return;
    stop.end();
    if (desk.resume()) return;
    if (setlist.length > 0) desk.start(setlist);
    else await this.play();
  }

  /** @throws PacingError out of range */
  async setTempo(bpm: number): Promise<void> {
    periodOfBpm(bpm);
    this.bpmNow = bpm;
    if (this.isInExercise) this.opts.desk.run?.setPace({ bpm });
    else if (this.opts.pacer.isPlaying) await this.play();
  }

  /** Somebody wants something else on the wrist: what plays is sent anew. */
  renew(): void {
    if (this.isInExercise) this.opts.desk.run?.renew();
    else if (this.opts.pacer.isPlaying) void this.play();
  }

  /** An exercise ends as its document says, a plain beat fades. */
  end(): void {
    const { rehearsal, desk, pacer, group } = this.opts;
    rehearsal.end();
    if (desk.end() || !pacer.isPlaying) return;
    this.endBeat();
    this.opts.onChange();
    void group.rest(FADE_MILLIS);
  }

  stopAll(): void {
    const { rehearsal, desk, stop, group } = this.opts;
    rehearsal.end();
    this.endBeat();
    desk.halt();
    this.opts.onChange();
    stop.begin(group);
  }

  private get isInExercise(): boolean {
    return isUnderWay(this.opts.desk.run?.state());
  }

  private endBeat(): void {
    const { scheduler, record, pacer } = this.opts;
    const tMicros = scheduler.nowMicros();
    record({ kind: "stop", tMicros });
    pacer.stop(tMicros);
  }

  private async play(): Promise<void> {
    const { plain, stop, onChange } = this.opts;
    stop.end();
    const sent = plain.play(this.bpmNow);
    onChange();
    await sent;
  }
}
