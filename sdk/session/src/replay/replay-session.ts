import { type PersonSettings, settingsProblems } from "@entrain/pacing";
import { MICROS_PER_SECOND, type SessionMicros, sessionMicros } from "@entrain/protocol";
import { type ByteSource, type Entry, readEntries, type RecordedSession } from "@entrain/recording";
import type { Reading } from "@entrain/synchrony";
import type { Scheduler } from "@entrain/time";
import { BandWatch } from "../band-watch.ts";
import type { ReplayView, SessionCommand, SessionPort, SessionView, StopView } from "../contract.ts";
import type { ExerciseCard } from "../exercise/exercise-card.ts";
import { renamed } from "../record/renamed.ts";
import { viewOf } from "../session-view.ts";
import { Replayer } from "./replayer.ts";

/** Others get their turn at least so often, however fast the replay. */
const TURN_MICROS = 20_000;

export interface ReplaySessionOpts {
  readonly source: ByteSource;
  readonly session: RecordedSession;
  /** Real time, by which the replay is paced. */
  readonly scheduler: Scheduler;
  /** Times real time; Infinity for as fast as it goes. */
  readonly speed: number;
  /** Where the names that belong to the pseudonyms are known, and are to be shown. */
  readonly nameOf?: (pseudonym: string) => string | undefined;
}

/** A recorded session as a viewer saw it while it ran: same pipeline, same page. STOP pauses it, Start goes on. */
export class ReplaySession implements SessionPort {
  private readonly opts: ReplaySessionOpts;
  private readonly replayer: Replayer;
  private readonly watches: readonly BandWatch[];
  private readonly subscribers = new Set<(view: SessionView) => void>();
  private readonly names: readonly string[];
  private reading: Reading;
  private stop: StopView = { state: "none", unconfirmed: [] };
  private state: ReplayView["state"] = "paused";
  private closed = false;
  private wake: (() => void) | undefined;

  private constructor(opts: ReplaySessionOpts, replayer: Replayer) {
    this.opts = opts;
    this.replayer = replayer;
    this.names = opts.session.config.members.map(({ pseudonym }) => opts.nameOf?.(pseudonym) ?? pseudonym);
    this.watches = replayer.bands.map((band, member) => new BandWatch(band, member, this.names[member] ?? band.name));
    replayer.group.on(({ member, event }) => {
      this.watches[member]?.take(event);
    });
    this.reading = replayer.pipeline.scorer.reading();
  }

  static async create(opts: ReplaySessionOpts): Promise<ReplaySession> {
    return new ReplaySession(opts, await Replayer.create(opts.session.config));
  }

  /** Nothing can be asked for. */
  exercises(): readonly ExerciseCard[] {
    return [];
  }

  view(): SessionView {
    const { session, speed } = this.opts;
    const { config, tStartMicros, tEndMicros } = session;
    const { clock, pacer, bpm, beatsPerBar, group } = this.replayer;
    const tMicros = clock.nowMicros();
    const view = viewOf({
      tMicros,
      title: config.title,
      simulated: config.simulated,
      pacer,
      bpm,
      beatsPerBar,
      group,
      watches: this.watches,
      reading: renamed(this.reading, (member) => this.names[member] ?? ""),
      stop: this.stop,
      exercise: this.replayer.exercise,
      lead: this.replayer.lead,
    });
    return {
      ...view,
      // Where a replay stands still, nothing plays, and Start can be pressed.
      playing: view.playing && this.state === "running",
      replay: {
        state: this.state,
        atS: Math.max(0, tMicros - tStartMicros) / MICROS_PER_SECOND,
        lengthS: (tEndMicros - tStartMicros) / MICROS_PER_SECOND,
        speed,
      },
    };
  }

  subscribe(callback: (view: SessionView) => void): () => void {
    this.subscribers.add(callback);
    return () => this.subscribers.delete(callback);
  }

  command(command: SessionCommand): Promise<void> {
    if (command.kind === "stop-all") this.pause();
    else if (command.kind === "start" && this.state !== "ended") this.resume();
    else return Promise.reject(new Error("this is a replay: what was recorded stays as it was"));
    return Promise.resolve();
  }

  /** Replays to the end, or until it is closed. */
  async run(): Promise<void> {
    this.state = "running";
    const { scheduler, source, speed, session } = this.opts;
    let [fromMicros, fromReal]: [number, number] = [session.tStartMicros, scheduler.nowMicros()];
    let turnMicros = scheduler.nowMicros();
    for await (const batch of readEntries(source, () => undefined)) {
      for (const { entry } of batch) {
        if (this.isPaused()) {
          await new Promise<void>((resolve) => (this.wake = resolve));
          [fromMicros, fromReal] = [entry.tMicros, scheduler.nowMicros()];
        }
        const dueMicros = fromReal + (entry.tMicros - fromMicros) / speed;
        if (dueMicros > scheduler.nowMicros() || scheduler.nowMicros() - turnMicros > TURN_MICROS) {
          await this.until(sessionMicros(dueMicros));
          turnMicros = scheduler.nowMicros();
        }
        if (this.closed) return;
        this.take(entry);
      }
    }
    this.state = "ended";
    this.publish();
  }

  close(): void {
    this.closed = true;
    this.resume();
    this.subscribers.clear();
  }

  private isPaused(): boolean {
    return this.state === "paused";
  }

  private until(tMicros: SessionMicros): Promise<void> {
    return new Promise((resolve) => void this.opts.scheduler.at(tMicros, resolve));
  }

  private pause(): void {
    if (this.state === "running") this.state = "paused";
    this.publish();
  }

  private resume(): void {
    if (this.state === "paused") this.state = "running";
    this.wake?.();
    this.wake = undefined;
  }

  private take(entry: Entry): void {
    const reading = this.replayer.take(entry);
    if (entry.kind === "settings" && settingsProblems(entry.settings).length === 0)
      this.watches[entry.member]?.want(entry.settings as PersonSettings);
    if (entry.kind === "consent") this.watches[entry.member]?.agree(entry.use, entry.given);
    if (entry.kind === "stop") this.stop = { state: "confirmed", unconfirmed: [] };
    if (entry.kind === "plan") this.stop = { state: "none", unconfirmed: [] };
    if (reading === undefined) return;
    this.reading = reading;
    this.publish();
  }

  private publish(): void {
    if (this.subscribers.size === 0) return;
    const view = this.view();
    for (const subscriber of this.subscribers) subscriber(view);
  }
}
