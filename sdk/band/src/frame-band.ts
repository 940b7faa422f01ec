import {
  type BandMessage,
  CalibrateStep,
  type ClockMap,
  encodeLine,
  type HostMessage,
  LineReader,
  Manner,
  type Message,
  type MessageOf,
  messages,
  type SessionMicros,
} from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import type { Band, BandEvent, BandInfo, BandLinkState, BandPlan, BandStatistics, Placement } from "./band.ts";
import { eventOf } from "./band-events.ts";
import { ClockPoller } from "./clock-poller.ts";
import { CommandQueue } from "./command-queue.ts";
import { CreditKeeper, ON_CREDIT } from "./credit-keeper.ts";
import { Emitter } from "./emitter.ts";
import type { FrameBandOpts } from "./frame-band-opts.ts";
import { LinkKeeper } from "./link-keeper.ts";
import { LossCounter } from "./loss-counter.ts";

const isFromBand = (message: Message): message is BandMessage => messages[message.kind].from === "band";

/** A band that speaks the frames of `@entrain/protocol` over a byte link. */
export class FrameBand implements Band {
  readonly name: string;
  readonly placement: Placement;
  readonly signal: "direct" | "bridged";
  private readonly scheduler: Scheduler;
  private readonly events = new Emitter<BandEvent>();
  private readonly reader: LineReader;
  private readonly commands: CommandQueue;
  private readonly clock: ClockPoller;
  private readonly link: LinkKeeper;
  private credit: CreditKeeper | undefined;
  private seq = 0;
  private readonly losses = new LossCounter();
  private hello: BandInfo | undefined;
  private current: BandLinkState = "connecting";

  constructor(opts: FrameBandOpts) {
    this.name = opts.name;
    this.placement = opts.placement ?? "wrist";
    this.signal = opts.signal ?? "direct";
    this.scheduler = opts.scheduler;
    this.reader = new LineReader({
      onMessage: (message, seq) => {
        if (isFromBand(message)) this.take(message, seq);
      },
    });
    this.commands = new CommandQueue({
      scheduler: opts.scheduler,
      bandName: opts.name,
      send: (message, seq) => this.send(message, seq),
    });
    this.clock = new ClockPoller({
      scheduler: opts.scheduler,
      request: (hostSentMicros) => {
        this.send({ kind: "clockRequest", hostSentMicros });
        this.credit?.refresh();
      },
      tell: (map) => void this.tellMap(map),
    });
    this.link = new LinkKeeper({
      scheduler: opts.scheduler,
      openLink: async () => {
        const link = await opts.openLink();
        // A new link begins a new line, whatever came of the one before.
        this.reader.reset();
        return link;
      },
      bandName: opts.name,
      statistics: () => this.reader.statistics(),
      greet: () => this.send({ kind: "helloRequest", protocolVersion: 1 }),
      onBytes: (bytes) => {
        this.reader.push(bytes);
      },
      onLost: () => {
        this.lose();
      },
    });
  }

  get state(): BandLinkState {
    return this.current;
  }

  get info(): BandInfo | undefined {
    return this.hello;
  }

  clockMap(): ClockMap | undefined {
    return this.clock.map();
  }

  statistics(): BandStatistics {
    return {
      received: this.reader.statistics(),
      commandsSent: this.commands.commandsSent,
      repeats: this.commands.repeats,
      reconnections: this.link.reconnections,
    };
  }

  on(listener: (event: BandEvent) => void): () => void {
    return this.events.on(listener);
  }

  connect(): Promise<void> {
    return this.link.connect();
  }

  /** In place of `connect`: looks for a band for as long as it takes. Another that comes in its place counts as started anew. */
  seek(): void {
    this.enter("no-signal");
    this.link.seek();
  }

  identify(count: number): Promise<void> {
    return this.commands.push({ kind: "identify", count });
  }

  setPlan(plan: BandPlan): Promise<void> {
    return this.commands.push({ kind: "plan", ...plan });
  }

  start(revision: number, fromMicros: SessionMicros): Promise<void> {
    return this.commands.push({ kind: "start", revision, fromMicros });
  }

  stop(fadeMillis: number): Promise<void> {
    return this.commands.push({ kind: "stop", fadeMillis });
  }

  stopAll(): Promise<void> {
    return this.commands.push({ kind: "stopAll" }, true);
  }

  cap(strength: number): Promise<void> {
    return this.commands.push({ kind: "cap", strength });
  }

  pulseNow(pulse: Omit<MessageOf<"pulseNow">, "kind">): Promise<void> {
    return this.commands.pushOnce({ kind: "pulseNow", ...pulse }, pulse.expiresMicros);
  }

  lead(isLeading: boolean): Promise<void> {
    return this.commands.push({ kind: "lead", isOn: isLeading ? 1 : 0 });
  }

  /** A step of a calibration; refused unless the band rests. `end` brings it back from `wideband`. */
  calibrate(step: keyof typeof CalibrateStep): Promise<void> {
    return this.commands.push({ kind: "calibrate", step: CalibrateStep[step] });
  }

  /** How long after its command a soft pulse is felt on this very band, µs; the band keeps it. */
  setLag(lagMicros: number): Promise<void> {
    return this.commands.push({ kind: "setLag", lagMicros });
  }

  /** As which band of which group a bridge will know it; number 0: as none. The band keeps it. */
  setAirNumber(group: number, number: number): Promise<void> {
    return this.commands.push({ kind: "airNumber", group, number });
  }

  setManner(manner: keyof typeof Manner): Promise<void> {
    return this.commands.push({ kind: "manner", manner: Manner[manner] });
  }

  async close(): Promise<void> {
    this.clock.stop();
    this.commands.end();
    await this.link.close();
    this.enter("closed");
  }

  private send(message: HostMessage, seq: number = this.seq++ & 0xffff): number {
    this.link.write(encodeLine(message, seq));
    return seq;
  }

  private enter(state: BandLinkState): void {
    if (this.current === state || this.current === "closed") return;
    this.current = state;
    this.events.emit({ kind: "state", state });
  }

  private lose(): void {
    this.clock.stop();
    this.commands.clear("closed", "its link ended");
    this.reader.reset();
    this.enter("no-signal");
  }

  private async tellMap(map: ClockMap): Promise<void> {
    try {
      await this.commands.push({ kind: "clockMap", ...map });
      this.enter("ready");
    } catch {
      // The link ended or the band is silent: the next map is told when it is heard again.
      this.clock.forgetTold();
    }
  }

  private take(message: BandMessage, seq: number): void {
    this.credit?.noteFrames(this.losses.framesBefore(seq));
    if (ON_CREDIT.has(message.kind)) this.credit?.noteFrames(1);
    switch (message.kind) {
      case "hello":
        this.welcome(message);
        break;
      case "clockReply":
        this.takeExchange(message);
        break;
      case "ack":
        this.commands.acknowledge(message);
        break;
      default:
        this.report(message);
    }
  }

  private takeExchange({ kind: _kind, ...reply }: MessageOf<"clockReply">): void {
    const exchange = { ...reply, hostReceivedMicros: this.scheduler.nowMicros() };
    this.clock.take({ kind: "clockReply", ...reply });
    this.events.emit({ kind: "clock", exchange, map: this.clock.map() });
  }

  private welcome(hello: MessageOf<"hello">): void {
    if (!this.link.accept(hello)) return;
    const rebooted = this.hello !== undefined && this.hello.bootId !== hello.bootId;
    this.hello = hello;
    if (rebooted) this.losses.forgetSamples();
    this.credit = new CreditKeeper(hello.maxCredit, (upTo) => this.send({ kind: "credit", upTo }));
    this.enter("measuring");
    this.clock.start(rebooted);
  }

  private report(message: BandMessage): void {
    if (this.hello === undefined) return;
    const map = this.clock.map();
    const missed = message.kind === "imuBurst" ? this.losses.samplesBefore(message) : 0;
    const event = eventOf(message, this.hello, map, missed);
    if (event !== undefined) this.events.emit(event);
  }
}
