import {
  type Band,
  BandError,
  type BandEvent,
  type BandInfo,
  type BandLinkState,
  type BandStatistics,
  type ByteLink,
  Emitter,
  FrameBand,
  type Placement,
} from "@entrain/band";
import { type ClockMap, NEWLINE } from "@entrain/protocol";
import type { ReplayClock } from "./replay-clock.ts";

const LINE_END = Uint8Array.of(NEWLINE);

export interface ReplayBandOpts {
  readonly name: string;
  readonly placement: Placement;
  readonly clock: ReplayClock;
}

/**
 * A band out of a file. Its lines go through the code that took them when they were received; only the state of its
 * link is as it was written down, since there is no link.
 */
export class ReplayBand implements Band {
  readonly name: string;
  readonly placement: Placement;
  private readonly inner: FrameBand;
  private readonly events = new Emitter<BandEvent>();
  private readonly link: ByteLink = {
    onBytes: undefined,
    onClose: undefined,
    write: () => undefined,
    close: () => Promise.resolve(),
  };
  private current: BandLinkState = "connecting";

  constructor({ name, placement, clock }: ReplayBandOpts) {
    this.name = name;
    this.placement = placement;
    this.inner = new FrameBand({ name, placement, scheduler: clock, openLink: () => Promise.resolve(this.link) });
    this.inner.on((event) => {
      if (event.kind !== "state") this.events.emit(event);
    });
  }

  get state(): BandLinkState {
    return this.current;
  }

  get info(): BandInfo | undefined {
    return this.inner.info;
  }

  clockMap(): ClockMap | undefined {
    return this.inner.clockMap();
  }

  statistics(): BandStatistics {
    return this.inner.statistics();
  }

  on(listener: (event: BandEvent) => void): () => void {
    return this.events.on(listener);
  }

  /** Resolves once lines can be taken. */
  async connect(): Promise<void> {
    // That it never answers, or is of another version, is how it was.
    this.inner.connect().catch(() => undefined);
    while (this.link.onBytes === undefined) await Promise.resolve();
  }

  takeLine(line: Uint8Array): void {
    this.link.onBytes?.(line);
    this.link.onBytes?.(LINE_END);
  }

  enter(state: BandLinkState): void {
    if (state === this.current) return;
    this.current = state;
    this.events.emit({ kind: "state", state });
  }

  identify = (): Promise<void> => this.refuse();
  setPlan = (): Promise<void> => this.refuse();
  start = (): Promise<void> => this.refuse();
  stop = (): Promise<void> => this.refuse();
  stopAll = (): Promise<void> => this.refuse();
  cap = (): Promise<void> => this.refuse();
  setManner = (): Promise<void> => this.refuse();
  pulseNow = (): Promise<void> => this.refuse();
  lead = (): Promise<void> => this.refuse();

  close(): Promise<void> {
    return this.inner.close();
  }

  private refuse(): Promise<never> {
    return Promise.reject(new BandError("closed", `expected a band, found a recording of ${this.name}`));
  }
}
