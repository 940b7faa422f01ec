import type { GroupEvent, Placement } from "@entrain/band";
import type { SessionMicros } from "@entrain/protocol";
import { createGroupScorer, type GroupScorer, type Reading, type SignalSource } from "@entrain/synchrony";
import { dyadsView, type DyadsView } from "./dyad-view.ts";

export interface PipelineMember {
  readonly name: string;
  readonly placement: Placement;
  readonly signal?: SignalSource;
}

export interface PipelineOpts {
  readonly members: readonly PipelineMember[];
  readonly tStartMicros: SessionMicros;
  /** Seeded; chance floors draw from it. */
  readonly random: () => number;
  readonly windowS?: number;
  /** What is kept, in seconds; Infinity for a recording. */
  readonly historyS?: number;
  /** Whether dyads are kept up live. Default true. */
  readonly dyads?: boolean;
}

/**
 * The one way from samples and pulses to readings: live bands, recordings and replays all come through here, so that
 * what is live can be replayed to the same numbers.
 */
export class Pipeline {
  readonly scorer: GroupScorer;

  constructor(opts: PipelineOpts) {
    this.scorer = createGroupScorer(opts);
  }

  /** Takes what a band reported; events that say nothing of movement are not for the pipeline. */
  take({ member, event }: GroupEvent): void {
    if (event.kind === "samples") this.scorer.pushSamples(member, event.tMicros, event.accelG, event.tMicros.length);
    else if (event.kind === "pulse") this.scorer.pushOwnPulse(member, event.onMicros, event.durationMicros);
  }

  setPacer(beatAt: ((tMicros: number) => number | undefined) | undefined): void {
    this.scorer.setPacer(beatAt);
  }

  /** By member, thousandths of a g; see `GroupScorer.movementG`. */
  movementMilliG(): readonly number[] {
    // What JSON has no word for is a negative zero.
    return this.scorer.movementG().map((accelG) => Math.round(accelG * 1000) + 0);
  }

  dyads(): DyadsView {
    return dyadsView(this.scorer.dyads());
  }

  /** Processes everything up to a time and reads off the scores. */
  readAt(tMicros: number): Reading {
    this.scorer.advance(tMicros);
    return this.scorer.reading();
  }
}
