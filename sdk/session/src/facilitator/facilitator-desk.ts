import type { GroupEvent } from "@entrain/band";
import type { Entry } from "@entrain/recording";
import type { SessionCommand } from "../contract.ts";
import type { ExerciseRun } from "../exercise/exercise-run.ts";
import { type FacilitatorAct, FacilitatorBand, type FacilitatorBandOpts } from "./facilitator-band.ts";

export interface FacilitatorDeskOpts extends Omit<FacilitatorBandOpts, "onAct"> {
  readonly session: { command(command: SessionCommand): Promise<void> };
  readonly append: (entry: Entry) => void;
}

/** Carries out what a facilitator asks for on the band; what cannot be done now changes nothing. */
export class FacilitatorDesk {
  private readonly opts: FacilitatorDeskOpts;
  private readonly band: FacilitatorBand;
  private pressedBpm: number | undefined;

  constructor(opts: FacilitatorDeskOpts) {
    this.opts = opts;
    this.band = new FacilitatorBand({
      ...opts,
      onAct: (act) => {
        this.carryOut(act);
      },
    });
  }

  take(event: GroupEvent): void {
    this.band.take(event);
  }

  /** An exercise that was stopped begins its step with the tempo of the step; what was pressed meanwhile comes then. */
  follow(run: ExerciseRun): void {
    if (this.pressedBpm === undefined || run.state().state !== "running") return;
    const bpm = this.pressedBpm;
    this.pressedBpm = undefined;
    run.askTempo(bpm);
  }

  private carryOut(act: FacilitatorAct): void {
    if (act.kind === "tempo") this.pressedBpm = act.bpm;
    if (act.kind === "marker") {
      const tMicros = this.opts.scheduler.nowMicros();
      const secondsAgo = Math.round((tMicros - act.atMicros) / 1e6);
      this.opts.append({ kind: "marker", tMicros, label: `facilitator, ${String(secondsAgo)} s ago` });
    } else this.opts.session.command(this.commandOf(act)).catch(() => undefined);
  }

  private commandOf(act: Exclude<FacilitatorAct, { kind: "marker" }>): SessionCommand {
    switch (act.kind) {
      case "stop-all":
        return { kind: "stop-all" };
      case "go":
        return { kind: "start" };
      case "next":
        return { kind: "exercise", act: "next" };
      case "tempo":
        return { kind: "tempo", bpm: act.bpm };
    }
  }
}
