import type { GroupEvent } from "@entrain/band";
import { type Pattern, type PersonSettings, STEADY } from "@entrain/pacing";
import { sessionMicros } from "@entrain/protocol";
import { mulberry32, type Reading } from "@entrain/synchrony";
import type { Entry, ExerciseState } from "@entrain/recording";
import { type Cancel, every } from "@entrain/time";
import { BandWatch } from "./band-watch.ts";
import { Company } from "./company.ts";
import type { KeepCommand, SessionCommand, SessionPort, SessionView } from "./contract.ts";
import { type ExerciseCard, exerciseCard } from "./exercise/exercise-card.ts";
import { ExerciseDesk } from "./exercise/exercise-desk.ts";
import { followState, isUnderWay } from "./exercise/follow-state.ts";
import { latencyMicrosOf } from "./latency.ts";
import type { LiveSessionOpts } from "./live-session-opts.ts";
import { Pacer } from "./pacer.ts";
import { Admission } from "./person/admission.ts";
import { Attendance } from "./person/attendance.ts";
import { actsAtOnce, Consents } from "./person/consents.ts";
import { People } from "./person/people.ts";
import { Rehearsal } from "./person/rehearsal.ts";
import { PlainBeat } from "./plain-beat.ts";
import { Pipeline } from "./pipeline.ts";
import { entryOfEvent } from "./record/entry-of-event.ts";
import { entryOfCommand } from "./record/keep.ts";
import { viewOf } from "./session-view.ts";
import { StopWatch } from "./stop-watch.ts";
import { Transport } from "./transport.ts";
import { isWayCommand } from "./venue/is-way-command.ts";

/** Readings are published 25 times a second. */
const PUBLISH_MICROS = 40_000;

/** A session that is under way: a group of bands, what paces them, and what is seen of their movement. */
export class LiveSession implements SessionPort {
  private readonly opts: LiveSessionOpts;
  private readonly pattern: Pattern;
  private readonly pacer = new Pacer();
  private readonly pipeline: Pipeline;
  private readonly desk: ExerciseDesk;
  private readonly company: Company;
  private readonly people: People;
  private readonly transport: Transport;
  private readonly consents: Consents;
  private readonly attendance: Attendance;
  private readonly admission: Admission;
  private readonly rehearsal: Rehearsal;
  private readonly watches: readonly BandWatch[];
  private readonly subscribers = new Set<(view: SessionView) => void>();
  private readonly cancels: readonly Cancel[];
  private readonly stop = new StopWatch();
  private readonly latencyMicros: number;
  private reading: Reading;
  readonly dyads = () => this.pipeline.dyads();
  private exercise: ExerciseState | undefined;

  constructor(opts: LiveSessionOpts) {
    const { scheduler, group, recorder, random, windowS } = opts;
    const scoring = recorder?.config.scoring;
    const tStartMicros = scoring?.tStartMicros ?? scheduler.nowMicros();
    this.opts = opts;
    this.latencyMicros = latencyMicrosOf(group);
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
    const append = (entry: Entry): void => recorder?.append(entry);
    this.attendance = new Attendance(group.bands.length, (member, present) => {
      append({ kind: "presence", tMicros: scheduler.nowMicros(), member, present });
      this.pipeline.scorer.setPresent(member, present);
    });
    this.people = new People({
      ...{ group, scheduler, record: append, own: opts.people ?? [] },
      onSettings: (member, settings) => {
        this.attendance.setAside(member, settings.scored === false);
        this.watches[member]?.want(settings);
      },
    });
    this.admission = new Admission({
      members: group.bands.length,
      by: opts.admission ?? "at-once",
      ...(opts.admitted && { already: opts.admitted }),
      onChange: (member) => this.transport.answer(member, this.admission.hasSaidYes(member)),
    });
    this.company = new Company({
      scheduler,
      group,
      append,
      session: this,
      facilitator: opts.facilitator,
      mayFeel: (member) => this.admission.admits(member),
      onChoice: () => this.transport.renew(),
      onTap: () => this.desk.tap("movement"),
    });
    const { company, watches, attendance, admission } = this;
    this.consents = new Consents({ company, watches, attendance, admission });
    const settingsOf = (member: number): PersonSettings => admission.settingsOf(member, this.people.of(member));
    const paced = { scheduler, group, pacer: this.pacer, record: append, settingsOf };
    const plain = new PlainBeat({ ...paced, pattern: this.pattern, asChosen: (plans) => this.company.plansOf(plans) });
    this.desk = new ExerciseDesk({
      ...paced,
      library: opts.exercises ?? [],
      bpm: () => this.transport.bpm,
      asChosen: this.company.asChosen,
      onRun: () => this.followCompany(),
      onState: (state) => this.takeExercise(state),
    });
    const { desk, stop, pacer } = this;
    this.rehearsal = new Rehearsal({ group, desk, admission, isPlaying: () => this.transport.isPlaying });
    const { rehearsal } = this;
    const follow = { onChange: () => this.followCompany(), record: append };
    this.transport = new Transport({
      ...{ scheduler, group, pacer, plain, desk, rehearsal, stop, setlist: opts.setlist ?? [], bpm: opts.bpm },
      ...follow,
    });
    this.reading = this.pipeline.readAt(tStartMicros);
    this.people.begin();
    this.cancels = [group.on((event) => this.take(event)), every(scheduler, PUBLISH_MICROS, () => this.publish())];
  }

  exercises(): readonly ExerciseCard[] {
    return (this.opts.exercises ?? []).map(exerciseCard);
  }

  view(): SessionView {
    const { scheduler, title, simulated, group, recorder, facilitator } = this.opts;
    return {
      ...viewOf({
        tMicros: scheduler.nowMicros(),
        title,
        simulated,
        pacer: this.pacer,
        bpm: this.transport.bpm,
        beatsPerBar: this.pattern.beatsPerBar,
        group,
        watches: this.watches,
        reading: this.reading,
        stop: this.stop.view,
        exercise: this.exercise,
        lead: this.desk.leading.state,
        hasSaidYes: (member) => this.admission.hasSaidYes(member),
      }),
      ...(facilitator !== undefined && { facilitator }),
      movementMilliG: this.pipeline.movementMilliG(),
      mirror: this.company.view(),
      ...(this.admission.previewing !== undefined && { preview: this.admission.previewing }),
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
        await this.transport.start();
        break;
      case "tempo":
        await this.transport.setTempo(command.bpm);
        break;
      case "exercise":
        if (command.act === "start") this.rehearsal.end();
        this.desk.command(command);
        this.stop.end();
        break;
      case "settings":
        this.people.ask(command.member, command.settings);
        this.transport.renew();
        break;
      case "stop-all":
        this.transport.stopAll();
        break;
      case "end":
        this.transport.end();
        break;
      case "preview":
        this.rehearsal.take(command);
        break;
      case "wrist":
        this.company.choose(command.member, command.source);
        break;
      default:
        if (isWayCommand(command)) throw new Error(`expected a host program that opens sessions, for ${command.kind}`);
        this.keep(command);
    }
  }

  /** Ends the publishing; the bands are the group's to close. */
  close(): void {
    for (const cancel of this.cancels) cancel();
    this.subscribers.clear();
  }

  private takeExercise(state: ExerciseState): void {
    const tMicros = this.opts.scheduler.nowMicros();
    this.opts.recorder?.append({ kind: "step", tMicros, exercise: state });
    if (state.name !== this.exercise?.name)
      this.opts.recorder?.append({ kind: "activity", tMicros, exercise: state.name });
    followState(this.pacer, this.exercise, state, tMicros);
    this.exercise = state;
    if (state.state === "ended") this.admission.endPreview();
    const isScored = state.score !== "none" && this.admission.previewing === undefined;
    this.attendance.setScored(!isUnderWay(state) || isScored);
  }

  private keep(command: KeepCommand): void {
    const { recorder, scheduler, group } = this.opts;
    if (recorder === undefined && !actsAtOnce(command))
      throw new Error("nothing is being recorded, so nothing can be kept");
    const entry = entryOfCommand(command, scheduler.nowMicros(), group.bands.length);
    recorder?.append(entry);
    if (entry.kind === "consent") this.consents.obey(entry);
  }

  private take(event: GroupEvent): void {
    const { recorder, scheduler, group } = this.opts;
    const entry = recorder && entryOfEvent(event, scheduler.nowMicros(), group.bands[event.member]?.info);
    if (entry !== undefined) recorder?.append(entry);
    this.watches[event.member]?.take(event.event);
    this.pipeline.take(event);
    this.company.take(event);
    this.admission.take(event);
  }

  private followCompany(): void {
    this.company.follow(this.desk.run, this.pacer.isPlaying);
  }

  private publish(): void {
    const { scheduler, recorder } = this.opts;
    const tMicros = scheduler.nowMicros();
    const readAtMicros = sessionMicros(tMicros - this.latencyMicros);
    this.reading = this.pipeline.readAt(readAtMicros);
    recorder?.tick(tMicros, readAtMicros, this.reading);
    this.desk.leading.take(this.reading);
    if (this.subscribers.size === 0) return;
    const view = this.view();
    for (const subscriber of this.subscribers) subscriber(view);
  }
}
