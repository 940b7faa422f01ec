import type { BandGroup, GroupEvent } from "@entrain/band";
import { type Pattern, periodOfBpm, STEADY } from "@entrain/pacing";
import { sessionMicros } from "@entrain/protocol";
import type { Reading } from "@entrain/synchrony";
import { type Cancel, every, type Scheduler } from "@entrain/time";
import { BandWatch } from "./band-watch.ts";
import type { SessionCommand, SessionPort, SessionView, StopView } from "./contract.ts";
import { Pacer } from "./pacer.ts";
import { Pipeline } from "./pipeline.ts";

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
}

/** A session that is under way: a group of bands, what paces them, and what is seen of their movement. */
export class LiveSession implements SessionPort {
  private readonly opts: LiveSessionOpts;
  private readonly pattern: Pattern;
  private readonly pacer = new Pacer();
  private readonly pipeline: Pipeline;
  private readonly watches: readonly BandWatch[];
  private readonly subscribers = new Set<(view: SessionView) => void>();
  private readonly cancels: readonly Cancel[];
  private bpm: number;
  private stop: StopView = NO_STOP;
  private reading: Reading;
  private stops = 0;

  constructor(opts: LiveSessionOpts) {
    const { scheduler, group, random, windowS } = opts;
    this.opts = opts;
    this.bpm = opts.bpm;
    this.pattern = opts.pattern ?? STEADY;
    this.watches = group.bands.map((band, member) => new BandWatch(band, member));
    this.pipeline = new Pipeline({
      members: group.bands,
      tStartMicros: scheduler.nowMicros(),
      random,
      ...(windowS !== undefined && { windowS }),
    });
    this.pipeline.setPacer((tMicros) => this.pacer.beatAt(tMicros));
    this.reading = this.pipeline.readAt(scheduler.nowMicros());
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
    const { scheduler, title, simulated } = this.opts;
    const tMicros = scheduler.nowMicros();
    const beat = this.pacer.beatAt(tMicros);
    const playing = this.pacer.isPlaying;
    return {
      tMicros,
      title,
      simulated,
      playing,
      pacer: { bpm: this.bpm, beatsPerBar: this.pattern.beatsPerBar, ...(beat !== undefined && { beat }) },
      bands: this.watches.map((watch, member) => watch.view(playing, this.opts.group.isRestedByWearer(member))),
      reading: this.reading,
      stop: this.stop,
    };
  }

  subscribe(callback: (view: SessionView) => void): () => void {
    this.subscribers.add(callback);
    return () => this.subscribers.delete(callback);
  }

  async command(command: SessionCommand): Promise<void> {
    switch (command.kind) {
      case "start":
        if (!this.pacer.isPlaying) await this.play();
        break;
      case "tempo":
        periodOfBpm(command.bpm);
        this.bpm = command.bpm;
        if (this.pacer.isPlaying) await this.play();
        break;
      case "stop-all":
        this.stopAll();
        break;
    }
  }

  /** Ends the publishing; the bands are the group's to close. */
  close(): void {
    for (const cancel of this.cancels) cancel();
    this.subscribers.clear();
  }

  private take(event: GroupEvent): void {
    this.watches[event.member]?.take(event.event);
    this.pipeline.take(event);
  }

  private async play(): Promise<void> {
    const { plan, fromMicros } = this.pacer.next(this.bpm, this.pattern, this.opts.scheduler.nowMicros());
    this.stop = NO_STOP;
    await this.opts.group.play(plan, fromMicros);
  }

  private stopAll(): void {
    this.pacer.stop(this.opts.scheduler.nowMicros());
    const number = ++this.stops;
    // Not awaited: the view says who has confirmed, and a band that is away must not hold up the answer.
    void this.opts.group.stopAll(({ unconfirmed }) => {
      // Only the last stop counts: an older one may be confirmed by a band that has been started since.
      if (this.pacer.isPlaying || number !== this.stops) return;
      this.stop = { state: unconfirmed.length > 0 ? "waiting" : "confirmed", unconfirmed };
    });
  }

  private publish(): void {
    this.reading = this.pipeline.readAt(sessionMicros(this.opts.scheduler.nowMicros() - LATENCY_MICROS));
    if (this.subscribers.size === 0) return;
    const view = this.view();
    for (const subscriber of this.subscribers) subscriber(view);
  }
}
