import { CUE_MICROS, type ExerciseDocument, TapTempo, variantOf } from "@entrain/pacing";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { ExerciseState } from "@entrain/recording";
import type { ExerciseCommand } from "../contract.ts";
import { LeadDesk } from "../lead/lead-desk.ts";
import { ExerciseRun } from "./exercise-run.ts";
import { isUnderWay } from "./follow-state.ts";
import { PlanSender, type PlanSenderOpts } from "./plan-sender.ts";
import { type ExerciseRunOpts, LEAD_MICROS } from "./run-opts.ts";
import { steadyBeat } from "./steady-beat.ts";

export interface ExerciseDeskOpts extends PlanSenderOpts {
  /** What can be asked for by name. */
  readonly library: readonly ExerciseDocument[];
  /** Beats a minute outside exercises. */
  readonly bpm: () => number;
  /** Told at every change of the state. */
  readonly onState: (state: ExerciseState) => void;
  /** Told at every change, to whoever has a part in a step: tempo from readings, mirroring. */
  readonly onRun?: (run: ExerciseRun) => void;
}

/** Where exercises are asked for: which runs, and which goes on after it. */
export class ExerciseDesk {
  /** Where readings become tempo, in steps that ask for it. */
  readonly leading: LeadDesk;
  private readonly opts: ExerciseDeskOpts;
  private current: ExerciseRun | undefined;
  private readonly taps = new TapTempo();

  constructor(opts: ExerciseDeskOpts) {
    this.opts = opts;
    this.leading = new LeadDesk(opts);
    opts.group.on(({ event }) => {
      if (event.kind === "wearer" && event.action === "tap") this.tap("wearer");
    });
  }

  /** What runs, or ran last. */
  get run(): ExerciseRun | undefined {
    return this.current;
  }

  /** @throws Error that a person can read */
  command(command: ExerciseCommand): void {
    switch (command.act) {
      case "start":
        this.begin(
          [this.named(command.name, command.variant), ...(command.then ?? []).map((name) => this.named(name))],
          command.step,
        );
        return;
      case "interrupt":
        this.interrupt(this.named(command.name, command.variant));
        return;
      case "leader":
        this.lead(command.member);
        return;
      default:
        this.steer(command.act);
    }
  }

  /** Goes on with what was paused or stopped. @returns whether there was anything */
  resume(): boolean {
    const state = this.current?.state().state;
    if (state !== "paused" && state !== "stopped") return false;
    this.current?.start();
    return true;
  }

  /** Everything has been stopped. */
  halt(): void {
    this.current?.halt();
  }

  /** What runs ends as its document says; nothing that was to follow does. @returns whether anything ran */
  end(): boolean {
    const { current } = this;
    if (current === undefined || !isUnderWay(current.state())) return false;
    current.end();
    return true;
  }

  /** What ran, or was stopped, is gone on with no more. */
  drop(): void {
    this.current?.abandon();
    this.current = undefined;
  }

  private named(name: string, variant?: string): ExerciseDocument {
    const found = this.opts.library.find((each) => each.name === name);
    if (found !== undefined) return variantOf(found, variant);
    const known = this.opts.library.map((each) => each.name).join(", ");
    throw new Error(`expected the name of an exercise (${known || "there are none"}), found "${name}"`);
  }

  private lead(member: number): void {
    const members = this.opts.group.bands.length;
    if (!(Number.isInteger(member) && member >= 0 && member < members))
      throw new Error(`expected a member from 0 to ${String(members - 1)}, found ${String(member)}`);
    this.running().setLeader(member);
  }

  private running(): ExerciseRun {
    const run = this.current;
    if (run === undefined || run.isOver) throw new Error("no exercise is under way");
    return run;
  }

  private steer(act: "next" | "back" | "pause" | "resume" | "swap" | "let-go" | "tap"): void {
    const run = this.running();
    if (act === "next") run.next();
    else if (act === "back") run.back();
    else if (act === "pause") run.pause();
    else if (act === "resume") this.resume();
    else if (act === "swap") run.swap();
    else if (act === "let-go") this.leading.letGo();
    else this.tap("keyboard");
  }

  /** A beat that somebody tapped or moved, where the step takes its tempo from that. */
  tap(by: "wearer" | "keyboard" | "movement"): void {
    const tempo = this.current?.step?.laid.step.tempo;
    if (tempo?.source !== "tap" || tempo.by !== by) return;
    const bpm = this.taps.tap(this.opts.scheduler.nowMicros());
    if (bpm !== undefined) this.current?.setPace({ bpm });
  }

  private open(document: ExerciseDocument, more: Partial<ExerciseRunOpts> = {}): ExerciseRun {
    const run = new ExerciseRun({
      ...this.opts,
      bpm: this.opts.bpm(),
      ...more,
      document,
      onChange: (changed) => {
        if (this.current !== changed) return;
        this.opts.onState(changed.state());
        this.leading.follow(changed);
        this.opts.onRun?.(changed);
      },
    });
    this.current = run;
    return run;
  }

  /**
   * Takes the place of whatever runs, after the cue; then the others follow, each after a cue of its own.
   *
   * @param step - place in the first to begin at; the last where it has no such step
   */
  start(names: readonly string[], step = 0): void {
    this.begin(
      names.map((name) => this.named(name)),
      step,
    );
  }

  private begin(documents: readonly ExerciseDocument[], step = 0): void {
    this.takeOver((fromMicros) => {
      this.openList(documents, fromMicros, step);
    });
  }

  private openList(
    [first, ...rest]: readonly ExerciseDocument[],
    fromMicros: SessionMicros | undefined,
    wanted = 0,
  ): void {
    if (first === undefined) return;
    const step = Math.min(wanted, first.steps.length - 1);
    const begin = (atMicros: SessionMicros): void => {
      this.openList(rest, atMicros);
    };
    const title = rest[0]?.title;
    this.open(first, { step, ...(title !== undefined && { resumes: { title, begin } }) }).start(fromMicros);
  }

  private interrupt(document: ExerciseDocument): void {
    const before = this.current;
    const isExercise = before !== undefined && !before.isOver;
    const wasPlaying = isExercise || this.opts.pacer.isPlaying;
    const interrupted = isExercise ? before.document : steadyBeat(this.opts.bpm());
    this.takeOver((fromMicros, leftMicros) => {
      const place = before?.step?.place;
      const more: Partial<ExerciseRunOpts> = {
        ...(isExercise && {
          bpm: before.bpm,
          leader: before.leader,
          ...(before.follows !== undefined && { resumes: before.follows }),
          ...(place !== undefined && { step: place }),
          ...(leftMicros !== undefined && { leftMicros }),
        }),
      };
      const begin = (atMicros: SessionMicros): void => {
        this.open(interrupted, more).start(atMicros);
      };
      const resumes = { title: interrupted.title, begin };
      this.open(document, { ...(wasPlaying && { resumes }) }).start(fromMicros);
    });
  }

  private takeOver(begin: (fromMicros: SessionMicros | undefined, leftMicros?: number) => void): void {
    const { current, opts } = this;
    if (current !== undefined && isUnderWay(current.state())) current.handOver(begin);
    else if (opts.pacer.isPlaying) {
      const cueFromMicros = sessionMicros(opts.scheduler.nowMicros() + LEAD_MICROS);
      new PlanSender(opts).sendCue(cueFromMicros);
      begin(sessionMicros(cueFromMicros + CUE_MICROS));
    } else begin(undefined);
  }
}
