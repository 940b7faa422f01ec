import {
  type ClockMap,
  type MessageOf,
  MICROS_PER_SECOND,
  sessionMicros,
  toBandMicros,
  type SessionMicros,
} from "@entrain/protocol";
import { type Cancel, ClockEstimator, FAST_EXCHANGES, pollWaitMicros, type Scheduler } from "@entrain/time";

/** A band is told of a new map when its own would be off by so much at its horizon. */
const TELL_MICROS = 300;
const AHEAD_MICROS = 10 * MICROS_PER_SECOND;

export interface ClockPollerOpts {
  readonly scheduler: Scheduler;
  readonly request: (hostSentMicros: SessionMicros) => void;
  /** The band should have this map from now on. */
  readonly tell: (map: ClockMap) => void;
}

/** Keeps one band's clock known to the host, and the map known to the band. */
export class ClockPoller {
  private readonly opts: ClockPollerOpts;
  private readonly estimator = new ClockEstimator();
  private asked = 0;
  private told: ClockMap | undefined;
  private cancel: Cancel | undefined;

  constructor(opts: ClockPollerOpts) {
    this.opts = opts;
  }

  /** True once the first fast exchanges are through. */
  get isSettled(): boolean {
    return this.estimator.sampleCount >= FAST_EXCHANGES;
  }

  map(): ClockMap | undefined {
    return this.estimator.mapAt(this.opts.scheduler.nowMicros());
  }

  /** Begins polling, fast. @param rebooted - what was known of the band's clock is worth nothing */
  start(rebooted: boolean): void {
    this.stop();
    if (rebooted) this.estimator.reset();
    this.asked = 0;
    this.told = undefined;
    this.poll();
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  /** The band did not take the last map: the next exchange tells it again. */
  forgetTold(): void {
    this.told = undefined;
  }

  /** Takes the band's half of an exchange. */
  take(reply: MessageOf<"clockReply">): void {
    const hostReceivedMicros = this.opts.scheduler.nowMicros();
    if (this.estimator.add({ ...reply, hostReceivedMicros }) === "new-epoch") this.start(false);
    if (this.isSettled) this.tellIfChanged();
  }

  private poll(): void {
    const { scheduler, request } = this.opts;
    const now = scheduler.nowMicros();
    request(now);
    this.cancel = scheduler.at(sessionMicros(now + pollWaitMicros(this.asked++)), () => {
      this.poll();
    });
  }

  private tellIfChanged(): void {
    const map = this.map();
    if (map === undefined) return;
    const ahead = sessionMicros(this.opts.scheduler.nowMicros() + AHEAD_MICROS);
    if (this.told !== undefined && Math.abs(toBandMicros(map, ahead) - toBandMicros(this.told, ahead)) < TELL_MICROS)
      return;
    this.told = map;
    this.opts.tell(map);
  }
}
