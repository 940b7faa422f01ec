import {
  AckResult,
  bandMicros,
  type ClockMap,
  IDENTIFY_MILLIS,
  LineReader,
  MAX_IDENTIFY_COUNT,
  type Manner,
  type MessageOf,
  type SessionMicros,
  sessionMicros,
  SOFT_STRENGTH,
} from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import type { Band, BandEvent, BandInfo, BandLinkState, BandPlan, BandStatistics } from "../../band.ts";
import { Emitter } from "../../emitter.ts";
import { BandError } from "../../errors.ts";
import type { BenchMotorOpts } from "./bench-motor.ts";
import { benchInfo } from "./bench-info.ts";
import { BENCH_ONLY } from "./bench-only.ts";
import { BenchPlayer } from "./bench-player.ts";
import type { FirmataTransport } from "./firmata-transport.ts";
import { openBench, type OpenBench } from "./open-firmata-motion.ts";

export interface FirmataBandOpts {
  readonly name: string;
  readonly scheduler: Scheduler;
  /** Opens a port at `FIRMATA_BAUD_RATE`, anew at every call. */
  readonly openTransport: () => Promise<FirmataTransport>;
  readonly motor: BenchMotorOpts;
  /** Between two samples; 10 ms unless said otherwise. */
  readonly intervalMicros?: number;
}

/** Half of what USB, the Arduino's loop and Firmata's buffer may take together: the host's clock stands for the band's. */
const CLOCK_ERROR_MICROS = 20_000;
const IDENTIFY_INTERVAL_MICROS = 500_000;
const RETRY_MICROS = 1_000_000;
/** Firmata has no frames of ours. */
const NO_FRAMES = new LineReader({ onMessage: () => undefined }).statistics();

const refused = (what: string, result: number): BandError => new BandError("refused", what, result);

/**
 * A **bench band**: an Arduino with StandardFirmata, an MPU6050 and a motor, driven by the host through johnny-five. It
 * has the interface of any band and keeps the same limits of pulse, duty and strength; but the host keeps them, so it is
 * for the table, never worn: see {@link FirmataBand.capabilities}.
 */
export class FirmataBand implements Band {
  readonly name: string;
  /** On the table, or held. */
  readonly placement = "hand";
  readonly isWearable = false;
  /** What it cannot do: its wearer could not stop it, nothing on it notices a dead host, its samples carry no time of its own. */
  readonly capabilities = { wearerStop: false, deviceTimestamps: false, watchdog: false, holdOver: false } as const;
  private readonly opts: FirmataBandOpts;
  private readonly events = new Emitter<BandEvent>();
  private bench: OpenBench | undefined;
  private player: BenchPlayer | undefined;
  private plan: BandPlan | undefined;
  private current: BandLinkState = "connecting";
  private reconnections = 0;
  private commandsSent = 0;
  private readonly cancels = new Set<Cancel>();

  constructor(opts: FirmataBandOpts) {
    this.opts = opts;
    this.name = `${opts.name} (bench only)`;
  }

  get state(): BandLinkState {
    return this.current;
  }

  get info(): BandInfo | undefined {
    if (this.bench === undefined) return undefined;
    return benchInfo(this.reconnections, this.player?.isPlaying === true);
  }

  clockMap(): ClockMap | undefined {
    if (this.bench === undefined) return undefined;
    const sessionRef = this.opts.scheduler.nowMicros();
    return { sessionRef, bandRef: bandMicros(sessionRef), bandPerSession: 1, errorMicros: CLOCK_ERROR_MICROS };
  }

  statistics(): BandStatistics {
    const { commandsSent, reconnections } = this;
    return { received: NO_FRAMES, commandsSent, repeats: 0, reconnections };
  }

  on(listener: (event: BandEvent) => void): () => void {
    return this.events.on(listener);
  }

  async connect(): Promise<void> {
    const { name, scheduler, openTransport, motor, intervalMicros } = this.opts;
    const transport = await openTransport();
    const interval = intervalMicros === undefined ? {} : { intervalMicros };
    const bench = await openBench({ transport, scheduler, name, motor, ...interval });
    if (this.state === "closed") {
      await bench.motion.close();
      throw new BandError("closed", `expected ${name} to answer, but it was closed`);
    }
    this.bench = bench;
    if (bench.motor !== undefined)
      this.player = new BenchPlayer(bench.motor, scheduler, (pulse) => {
        this.events.emit(pulse);
      });
    bench.motion.on((samples) => {
      this.events.emit(samples);
    });
    bench.motion.onClose = () => {
      this.lose();
    };
    this.enter("ready");
  }

  identify(count: number): Promise<void> {
    const player = this.command();
    if (!(count >= 1 && count <= MAX_IDENTIFY_COUNT))
      throw refused(`expected 1 to 5 pulses, found ${String(count)}`, AckResult.badValue);
    for (let i = 0; i < count; i++)
      this.after(i * IDENTIFY_INTERVAL_MICROS, () => player.pulseNow(SOFT_STRENGTH, IDENTIFY_MILLIS));
    return Promise.resolve();
  }

  setPlan(plan: BandPlan): Promise<void> {
    this.command();
    this.plan = plan;
    return Promise.resolve();
  }

  start(revision: number, fromMicros: SessionMicros): Promise<void> {
    const player = this.command();
    const { plan } = this;
    if (plan?.revision !== revision) {
      const found = plan === undefined ? "none" : String(plan.revision);
      return Promise.reject(
        refused(`expected a plan of revision ${String(revision)} at ${this.name}, found ${found}`, AckResult.notReady),
      );
    }
    player.playFrom(plan, fromMicros);
    return Promise.resolve();
  }

  stop(fadeMillis: number): Promise<void> {
    this.command().fadeOut(fadeMillis);
    return Promise.resolve();
  }

  stopAll(): Promise<void> {
    this.clearTimers();
    this.command().rest();
    return Promise.resolve();
  }

  cap(strength: number): Promise<void> {
    const player = this.command();
    player.cap = Math.min(player.cap, strength);
    return Promise.resolve();
  }

  /** There is no light in place of its motor: anything gentler than the motor is silence. */
  setManner(manner: keyof typeof Manner): Promise<void> {
    return this.cap(manner === "motor" ? 255 : manner === "quiet" ? SOFT_STRENGTH : 0);
  }

  pulseNow({ expiresMicros, durationMillis, strength }: Omit<MessageOf<"pulseNow">, "kind">): Promise<void> {
    const player = this.command();
    if (this.opts.scheduler.nowMicros() > expiresMicros)
      return Promise.reject(
        new BandError("too-late", `expected a pulse before its expiry at ${this.name}, found it late`),
      );
    if (player.pulseNow(Math.min(strength, SOFT_STRENGTH), durationMillis)) return Promise.resolve();
    return Promise.reject(
      refused(`expected room for a pulse at ${this.name}, found its limits reached`, AckResult.withheld),
    );
  }

  /** It tells of no movement onsets. */
  lead(isLeading: boolean): Promise<void> {
    if (!isLeading) return Promise.resolve();
    return Promise.reject(
      refused(`expected a band that can lead, found ${this.name}: ${BENCH_ONLY}`, AckResult.unknown),
    );
  }

  async close(): Promise<void> {
    this.clearTimers();
    this.player?.rest();
    const { bench } = this;
    this.forget();
    this.enter("closed");
    await bench?.motion.close();
  }

  /** @throws BandError `closed` while there is no link */
  private command(): BenchPlayer {
    if (this.player === undefined)
      throw new BandError("closed", `expected ${this.name} to answer, found no link to it`);
    this.commandsSent++;
    return this.player;
  }

  private forget(): void {
    this.bench = this.player = undefined;
  }

  private lose(): void {
    if (this.current === "closed") return;
    this.clearTimers();
    this.player?.rest();
    this.forget();
    this.enter("no-signal");
    this.retry();
  }

  private retry(): void {
    this.after(RETRY_MICROS, () => {
      this.connect().then(
        () => this.reconnections++,
        () => {
          if (this.current !== "closed") this.retry();
        },
      );
    });
  }

  private enter(state: BandLinkState): void {
    if (this.current === state || this.current === "closed") return;
    this.current = state;
    this.events.emit({ kind: "state", state });
  }

  private after(micros: number, callback: () => void): void {
    const cancel = this.opts.scheduler.at(sessionMicros(this.opts.scheduler.nowMicros() + micros), () => {
      this.cancels.delete(cancel);
      callback();
    });
    this.cancels.add(cancel);
  }

  private clearTimers(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
  }
}
