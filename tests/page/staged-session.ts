import type { DyadsView, ExerciseCard, SessionCommand, SessionPort, SessionView } from "@entrain/session";
import { bandAt, memberAt, phaseOf, scoreOf } from "./staged-group.ts";

const PUBLISH_MS = 40;

export interface StageOpts {
  readonly members: number;
  readonly exercises?: readonly ExerciseCard[];
  /** What is different from a group that plays well together. */
  readonly changes?: (view: SessionView) => Partial<SessionView>;
}

/**
 * A session in which people do as the stage directions say, 25 views a second on real time: what the page costs, and each
 * state that it can be in, without bands. It says that it is simulated.
 */
export class StagedSession implements SessionPort {
  readonly commands: SessionCommand[] = [];
  playing = true;
  bpm = 72;
  stop: SessionView["stop"] = { state: "none", unconfirmed: [] };
  changes: NonNullable<StageOpts["changes"]>;
  private readonly opts: StageOpts;
  private readonly subscribers = new Map<(view: SessionView) => void, NodeJS.Timeout>();
  private readonly beganMs = performance.now();

  constructor(opts: StageOpts) {
    this.opts = opts;
    this.changes = opts.changes ?? (() => ({}));
  }

  view(): SessionView {
    const { bpm, playing, stop } = this;
    const tMicros = 123_456_789 + Math.round((performance.now() - this.beganMs) * 1000);
    const beat = (tMicros / 60e6) * bpm;
    const numbers = Array.from({ length: this.opts.members }, (_, member) => member);
    const view: SessionView = {
      tMicros,
      title: "Tuesday group",
      simulated: true,
      playing,
      pacer: { bpm, beatsPerBar: 4, ...(playing && { beat }) },
      bands: numbers.map((member) => bandAt(member, playing)),
      reading: {
        estimator: "stage",
        tMicros,
        windowS: 30,
        strangerTempoSpread: 0.03,
        delayMicros: 300_000,
        group: {
          verdict: "in-sync",
          score: scoreOf(0.82),
          orderParameter: 0.88,
          tempoHz: (bpm - 1) / 60,
          meanPhaseRad: phaseOf(0, beat),
        },
        members: numbers.map((member) => memberAt(member, beat, bpm, playing)),
      },
      movementMilliG: numbers.map((member) => Math.round(180 * Math.cos(phaseOf(member, beat)))),
      mirror: {
        wrists: numbers.map(() => "beat" as const),
        chosen: numbers.map(() => "exercise" as const),
        choices: numbers.map(
          (k) =>
            (k % 2 === 0
              ? ["beat", "own", "partner", "none", "exercise"]
              : ["beat", "own", "none", "exercise"]) as never,
        ),
        routes: [],
        missing: [],
      },
      recording: { state: "on", file: "stage.mcap" },
      stop,
    };
    return { ...view, ...this.changes(view) };
  }

  exercises(): readonly ExerciseCard[] {
    return this.opts.exercises ?? [];
  }

  dyads(): DyadsView {
    const { members } = this.opts;
    const pairs = Array.from({ length: members }, (_, i) => i).flatMap((i) =>
      Array.from({ length: members - i - 1 }, (_, k) => {
        const j = i + 1 + k;
        const isTogether = (i + j) % 3 !== 0;
        return isTogether
          ? {
              i,
              j,
              verdict: "in-sync" as const,
              score: 0.4 + 0.05 * ((i * j) % 12),
              leadS: 0.03 * (((i + 2 * j) % 5) - 2),
            }
          : { i, j, verdict: "undecided" as const, reasonCode: "too-early" as const };
      }),
    );
    return { startMicros: 0, endMicros: 30e6, falseDiscoveryRate: 0.05, pairs };
  }

  subscribe(callback: (view: SessionView) => void): () => void {
    this.subscribers.set(
      callback,
      setInterval(() => callback(this.view()), PUBLISH_MS),
    );
    return () => {
      clearInterval(this.subscribers.get(callback));
      this.subscribers.delete(callback);
    };
  }

  command(command: SessionCommand): Promise<void> {
    this.commands.push(command);
    if (command.kind === "tempo") this.bpm = command.bpm;
    if (command.kind === "start") {
      this.playing = true;
      this.stop = { state: "none", unconfirmed: [] };
    }
    if (command.kind === "stop-all") {
      this.playing = false;
      this.stop = { state: "confirmed", unconfirmed: [] };
    }
    return Promise.resolve();
  }
}
