import type { BandGroup, GroupEvent } from "@entrain/band";
import { type ExerciseDocument, type Pattern, periodOfBpm, type PersonSettings, STEADY } from "@entrain/pacing";
import { sessionMicros } from "@entrain/protocol";
import { mulberry32, type Reading } from "@entrain/synchrony";
import type { ConsentEntry, Entry, ExerciseState } from "@entrain/recording";
import { type Cancel, every, type Scheduler } from "@entrain/time";
import { BandWatch } from "./band-watch.ts";
import type { KeepCommand, SessionCommand, SessionPort, SessionView, StopView } from "./contract.ts";
import { ExerciseDesk } from "./exercise/exercise-desk.ts";
import { followState, isUnderWay } from "./exercise/follow-state.ts";
import { Pacer } from "./pacer.ts";
import { Attendance } from "./person/attendance.ts";
import { People } from "./person/people.ts";
import { PlainBeat } from "./plain-beat.ts";
import { Pipeline } from "./pipeline.ts";
import { entryOfEvent } from "./record/entry-of-event.ts";
import { entryOfCommand } from "./record/keep.ts";
import type { Recorder } from "./record/recorder.ts";
import { viewOf } from "./session-view.ts";

/** Readings are published 25 times a second. */
const PUBLISH_MICROS = 40_000;
/** What a burst may take to arrive: four samples at 52 Hz, the quiet around a pulse, the band's own work, the link. */
const LATENCY_MICROS = 250_000;
const NO_STOP: StopView = { state: "none", unconfirmed: [] };

export interface LiveSessionOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  readonly random: () => number;
  readonly title: string;
  /** True where bands or people are simulated, so that every viewer can be told. */
  readonly simulated: boolean;
  readonly bpm: number;
  readonly pattern?: Pattern;
  readonly windowS?: number;
  /** Exercises that can be asked for by name. */
  readonly exercises?: readonly ExerciseDocument[];
  /** Names of exercises that Start begins with, one after the other; without them it begins a steady beat. */
  readonly setlist?: readonly string[];
  /** What each person wants of any exercise, by place in the group. */
  readonly people?: readonly PersonSettings[];
  /** Keeps what happens; its configuration then says the window and the seed of the chance floors. */
  readonly recorder?: Recorder;
}

/** A session that is under way: a group of bands, what paces them, and what is seen of their movement. */
export class LiveSession implements SessionPort {
  private readonly opts: LiveSessionOpts;
  private readonly pattern: Pattern;
  private readonly pacer = new Pacer();
  private readonly pipeline: Pipeline;
  private readonly desk: ExerciseDesk;
  private readonly people: People;
  private readonly plain: PlainBeat;
  private readonly attendance: Attendance;
  private readonly watches: readonly BandWatch[];
  private readonly subscribers = new Set<(view: SessionView) => void>();
  private readonly cancels: readonly Cancel[];
  private bpm: number;
  private stop: StopView = NO_STOP;
  private reading: Reading;
  private stops = 0;
  private exercise: ExerciseState | undefined;

  constructor(opts: LiveSessionOpts) {
    const { scheduler, group, recorder, random, windowS } = opts;
    const scoring = recorder?.config.scoring;
    const tStartMicros = scoring?.tStartMicros ?? scheduler.nowMicros();
    this.opts = opts;
    this.bpm = opts.bpm;
    this.pattern = opts.pattern ?? STEADY;
    this.watches = group.bands.map((band, member) => new BandWatch(band, member));
    this.pipeline = new Pipeline({
      members: group.bands,
      tStartMicros,
      random,
      ...(windowS !== undefined && { windowS }),
      ...(scoring !== undefined && { windowS: scoring.windowS, random: mulberry32(scoring.seed) }),
    });
    this.pipeline.setPacer((tMicros) => this.pacer.scoredBeatAt(tMicros));
    const record = (entry: Entry): void => recorder?.append(entry);
    this.attendance = new Attendance(group.bands.length, (member, present) => {
      record({ kind: "presence", tMicros: scheduler.nowMicros(), member, present });
      this.pipeline.scorer.setPresent(member, present);
    });
    this.people = new People({
      ...{ group, scheduler, record, own: opts.people ?? [] },
      onSettings: (member, settings) => {
        this.attendance.setAside(member, settings.scored === false);
        this.watches[member]?.want(settings);
      },
    });
    const paced = { scheduler, group, pacer: this.pacer, record, settingsOf: this.people.of };
    this.plain = new PlainBeat({ ...paced, pattern: this.pattern });
    this.desk = new ExerciseDesk({
      ...paced,
      library: opts.exercises ?? [],
      bpm: () => this.bpm,
      onState: (state) => {
        this.takeExercise(state);
      },
    });
    this.reading = this.pipeline.readAt(tStartMicros);
    this.people.begin();
    this.cancels = [
      group.on((event) => {
        this.take(event);
      }),
      every(scheduler, PUBLISH_MICROS, () => {
        this.publish();
      }),
    ];
  }

  view(): SessionView {
    const { scheduler, title, simulated, group, recorder } = this.opts;
    return {
      ...viewOf({
        tMicros: scheduler.nowMicros(),
        title,
        simulated,
        pacer: this.pacer,
        bpm: this.bpm,
        beatsPerBar: this.pattern.beatsPerBar,
        group,
        watches: this.watches,
        reading: this.reading,
        stop: this.stop,
        exercise: this.exercise,
      }),
      ...(recorder !== undefined && { recording: recorder.view() }),
    };
  }

  subscribe(callback: (view: SessionView) => void): () => void {
    this.subscribers.add(callback);
    return () => this.subscribers.delete(callback);
  }

  async command(command: SessionCommand): Promise<void> {
    switch (command.kind) {
      case "start":
        await this.begin();
        break;
      case "tempo":
        await this.setTempo(command.bpm);
        break;
      case "exercise":
        this.desk.command(command);
        this.stop = NO_STOP;
        break;
      case "settings":
        this.people.ask(command.member, command.settings);
        if (isUnderWay(this.exercise)) this.desk.run?.renew();
        else if (this.pacer.isPlaying) await this.play();
        break;
      case "stop-all":
        this.stopAll();
        break;
      default:
        this.keep(command);
    }
  }

  /** Ends the publishing; the bands are the group's to close. */
  close(): void {
    for (const cancel of this.cancels) cancel();
    this.subscribers.clear();
  }

  private async begin(): Promise<void> {
    if (this.pacer.isPlaying || isUnderWay(this.exercise)) return;
    const { setlist = [] } = this.opts;
    this.stop = NO_STOP;
    if (this.desk.resume()) return;
    if (setlist.length > 0) this.desk.start(setlist);
    else await this.play();
  }

  private async setTempo(bpm: number): Promise<void> {
    periodOfBpm(bpm);
    this.bpm = bpm;
    if (isUnderWay(this.exercise)) this.desk.run?.setTempo(bpm);
    else if (this.pacer.isPlaying) await this.play();
  }

  private takeExercise(state: ExerciseState): void {
    const tMicros = this.opts.scheduler.nowMicros();
    this.opts.recorder?.append({ kind: "step", tMicros, exercise: state });
    if (state.name !== this.exercise?.name)
      this.opts.recorder?.append({ kind: "activity", tMicros, exercise: state.name });
    followState(this.pacer, this.exercise, state, tMicros);
    this.exercise = state;
    this.attendance.setScored(!isUnderWay(state) || state.score !== "none");
  }

  private keep(command: KeepCommand): void {
    const { recorder, scheduler, group } = this.opts;
    const actsAtOnce = command.kind === "consent" && (command.use === "live-out" || command.use === "scoring");
    if (recorder === undefined && !actsAtOnce) throw new Error("nothing is being recorded, so nothing can be kept");
    const entry = entryOfCommand(command, scheduler.nowMicros(), group.bands.length);
    recorder?.append(entry);
    if (entry.kind === "consent") this.obey(entry);
  }

  private obey({ member, use, given }: ConsentEntry): void {
    const watch = this.watches[member];
    if (use === "live-out" && watch !== undefined) watch.keptPrivate = !given;
    if (use === "scoring") this.attendance.consent(member, given);
  }

  private take(event: GroupEvent): void {
    const { recorder, scheduler, group } = this.opts;
    const entry = recorder && entryOfEvent(event, scheduler.nowMicros(), group.bands[event.member]?.info);
    if (entry !== undefined) recorder?.append(entry);
    this.watches[event.member]?.take(event.event);
    this.pipeline.take(event);
  }

  private async play(): Promise<void> {
    this.stop = NO_STOP;
    await this.plain.play(this.bpm);
  }

  private stopAll(): void {
    const tMicros = this.opts.scheduler.nowMicros();
    this.opts.recorder?.append({ kind: "stop", tMicros });
    this.pacer.stop(tMicros);
    this.desk.halt();
    const number = ++this.stops;
    // Not awaited: the view says who has confirmed, and a band that is away must not hold up the answer.
    void this.opts.group.stopAll(({ unconfirmed }) => {
      // Only the last stop counts: an older one may be confirmed by a band that has been started since.
      if (this.pacer.isPlaying || number !== this.stops) return;
      this.stop = { state: unconfirmed.length > 0 ? "waiting" : "confirmed", unconfirmed };
    });
  }

  private publish(): void {
    const { scheduler, recorder } = this.opts;
    const tMicros = scheduler.nowMicros();
    const readAtMicros = sessionMicros(tMicros - LATENCY_MICROS);
    this.reading = this.pipeline.readAt(readAtMicros);
    recorder?.tick(tMicros, readAtMicros, this.reading);
    if (this.subscribers.size === 0) return;
    const view = this.view();
    for (const subscriber of this.subscribers) subscriber(view);
  }
}
