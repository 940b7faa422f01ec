import type { GroupEvent } from "@entrain/band";
import { type Pattern, periodOfBpm, STEADY } from "@entrain/pacing";
import { sessionMicros } from "@entrain/protocol";
import { mulberry32, type Reading } from "@entrain/synchrony";
import type { ConsentEntry, ConsentUse, Entry, ExerciseState } from "@entrain/recording";
import { type Cancel, every } from "@entrain/time";
import { BandWatch } from "./band-watch.ts";
import { Company } from "./company.ts";
import type { KeepCommand, SessionCommand, SessionPort, SessionView } from "./contract.ts";
import { ExerciseDesk } from "./exercise/exercise-desk.ts";
import { followState, isUnderWay } from "./exercise/follow-state.ts";
import type { LiveSessionOpts } from "./live-session-opts.ts";
import { Pacer } from "./pacer.ts";
import { Attendance } from "./person/attendance.ts";
import { People } from "./person/people.ts";
import { PlainBeat } from "./plain-beat.ts";
import { Pipeline } from "./pipeline.ts";
import { entryOfEvent } from "./record/entry-of-event.ts";
import { entryOfCommand } from "./record/keep.ts";
import { viewOf } from "./session-view.ts";
import { StopWatch } from "./stop-watch.ts";

/** Readings are published 25 times a second. */
const PUBLISH_MICROS = 40_000;
/** What a burst may take to arrive: four samples at 52 Hz, the quiet around a pulse, the band's own work, the link. */
const LATENCY_MICROS = 250_000;
/** What comes by a bridge is told five times in so long: mostly one of the first is heard. */
const BRIDGED_LATENCY_MICROS = 1_000_000;
const ACT_AT_ONCE: ReadonlySet<ConsentUse> = new Set(["live-out", "scoring", "felt-by-others", "feel-others"]);

/** A session that is under way: a group of bands, what paces them, and what is seen of their movement. */
export class LiveSession implements SessionPort {
  private readonly opts: LiveSessionOpts;
  private readonly pattern: Pattern;
  private readonly pacer = new Pacer();
  private readonly pipeline: Pipeline;
  private readonly desk: ExerciseDesk;
  private readonly company: Company;
  private readonly people: People;
  private readonly plain: PlainBeat;
  private readonly attendance: Attendance;
  private readonly watches: readonly BandWatch[];
  private readonly subscribers = new Set<(view: SessionView) => void>();
  private readonly cancels: readonly Cancel[];
  private bpm: number;
  private readonly stop = new StopWatch();
  private readonly latencyMicros: number;
  private reading: Reading;
  private exercise: ExerciseState | undefined;

  constructor(opts: LiveSessionOpts) {
    const { scheduler, group, recorder, random, windowS } = opts;
    const scoring = recorder?.config.scoring;
    const tStartMicros = scoring?.tStartMicros ?? scheduler.nowMicros();
    this.opts = opts;
    this.bpm = opts.bpm;
    this.latencyMicros = group.bands.some(({ signal }) => signal === "bridged")
      ? BRIDGED_LATENCY_MICROS
      : LATENCY_MICROS;
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
    this.company = new Company({
      scheduler,
      group,
      append,
      session: this,
      facilitator: opts.facilitator,
      onChoice: () => this.renew(),
      onTap: () => this.desk.tap("movement"),
    });
    const paced = { scheduler, group, pacer: this.pacer, record: append, settingsOf: this.people.of };
    this.plain = new PlainBeat({ ...paced, pattern: this.pattern, asChosen: (plans) => this.company.plansOf(plans) });
    this.desk = new ExerciseDesk({
      ...paced,
      library: opts.exercises ?? [],
      bpm: () => this.bpm,
      asChosen: this.company.asChosen,
      onRun: () => this.followCompany(),
      onState: (state) => this.takeExercise(state),
    });
    this.reading = this.pipeline.readAt(tStartMicros);
    this.people.begin();
    this.cancels = [group.on((event) => this.take(event)), every(scheduler, PUBLISH_MICROS, () => this.publish())];
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
        stop: this.stop.view,
        exercise: this.exercise,
        lead: this.desk.leading.state,
      }),
      mirror: this.company.view(),
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
        this.stop.end();
        break;
      case "settings":
        this.people.ask(command.member, command.settings);
        this.renew();
        break;
      case "stop-all":
        this.stopAll();
        break;
      case "wrist":
        this.company.choose(command.member, command.source);
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
    this.stop.end();
    if (this.desk.resume()) return;
    if (setlist.length > 0) this.desk.start(setlist);
    else await this.play();
  }

  private async setTempo(bpm: number): Promise<void> {
    periodOfBpm(bpm);
    this.bpm = bpm;
    if (isUnderWay(this.exercise)) this.desk.run?.setPace({ bpm });
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
    const actsAtOnce = command.kind === "consent" && ACT_AT_ONCE.has(command.use);
    if (recorder === undefined && !actsAtOnce) throw new Error("nothing is being recorded, so nothing can be kept");
    const entry = entryOfCommand(command, scheduler.nowMicros(), group.bands.length);
    recorder?.append(entry);
    if (entry.kind === "consent") this.obey(entry);
  }

  private obey(consent: ConsentEntry): void {
    const { member, use, given } = consent;
    this.company.obey(consent);
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
    this.company.take(event);
  }

  private async play(): Promise<void> {
    this.stop.end();
    const sent = this.plain.play(this.bpm);
    this.followCompany();
    await sent;
  }

  private followCompany(): void {
    this.company.follow(this.desk.run, this.pacer.isPlaying);
  }

  /** Somebody wants something else on the wrist: what plays is sent anew. */
  private renew(): void {
    const { run } = this.desk;
    if (run !== undefined && isUnderWay(this.exercise)) run.renew();
    else if (this.pacer.isPlaying) void this.play();
  }

  private stopAll(): void {
    const tMicros = this.opts.scheduler.nowMicros();
    this.opts.recorder?.append({ kind: "stop", tMicros });
    this.pacer.stop(tMicros);
    this.desk.halt();
    this.followCompany();
    this.stop.begin(this.opts.group);
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
