import {
  AckResult,
  AIR_COMMAND_PAYLOAD_BYTES,
  type AirBack,
  type AirStatus,
  airMicrosOfStamp,
  bandMicros,
  type BandMessage,
  BandState,
  encodeFrame,
  encodeLine,
  HEADER_BYTES,
  LineReader,
  type Message,
  type MessageOf,
  messages,
  sessionMicros,
  toBandMicros,
} from "@entrain/protocol";
import { BeaconClock, type Cancel, QUICKEST_THERE_MICROS } from "@entrain/time";
import type { ByteLink } from "../byte-link.ts";
import { AirSamples } from "./air-samples.ts";
import { helloOf, healthOf } from "./air-hello.ts";
import type { Bridge } from "./bridge.ts";

/** What is passed on to the band, as its frame has it; whatever else there is needs a link of the band's own. */
const PASSED_ON: ReadonlySet<Message["kind"]> = new Set(["stop", "stopAll", "cap", "identify", "manner"]);
const HEALTH_MICROS = 5_000_000;
/** As long as nothing was heard by which to tell: more than any band is late by that hears a dozen beacons. */
const UNKNOWN_DELAY_MICROS = 20_000;

interface Pending {
  readonly seq: number;
  readonly type: number;
  /** The plan that a start waits for; 0 for a command. */
  readonly plan: number;
}

/**
 * One band behind a bridge as a link that speaks frames: what a host asks for becomes plans and commands of the air, what
 * the band's adverts say becomes frames. The band's clock is that of the air.
 */
export class BridgedLink implements ByteLink {
  onBytes: ((bytes: Uint8Array) => void) | undefined;
  onClose: ((reason: string) => void) | undefined;
  private readonly bridge: Bridge;
  private readonly band: number;
  private readonly samples = new AirSamples();
  private readonly delay = new BeaconClock();
  private readonly reader = new LineReader({ onMessage: (message, seq) => this.take(message, seq) });
  private readonly cancels = new Set<Cancel>();
  private stored: MessageOf<"plan"> | undefined;
  private pending: Pending[] = [];
  private status: AirStatus | undefined;
  private state: number = BandState.resting;
  private tHealthMicros = -Infinity;
  private seq = 0;
  private isClosed = false;

  constructor(bridge: Bridge, band: number) {
    this.bridge = bridge;
    this.band = band;
  }

  write(bytes: Uint8Array): void {
    if (!this.isClosed) this.reader.push(bytes);
  }

  close(): Promise<void> {
    if (!this.isClosed) {
      this.isClosed = true;
      for (const cancel of this.cancels) cancel();
      this.bridge.forget(this.band);
      this.onClose?.("closed");
    }
    return Promise.resolve();
  }

  /** @internal An advert of this band. @param airMicros - when it was heard, by the air's clock */
  hear(advert: AirBack, airMicros: number): void {
    const changed = advert.state !== this.state;
    this.state = advert.state;
    // Nobody who has stopped is led again by what is on the air.
    if (advert.state === BandState.stoppedByWearer) this.bridge.plans.rest(this.band);
    if (this.bridge.commands.noteDone(this.band, advert.heard)) this.confirm(({ plan }) => plan === 0, AckResult.ok);
    this.confirm(({ plan }) => plan !== 0 && plan === advert.revision, AckResult.ok);
    if (advert.state === BandState.stoppedByWearer) this.confirm(({ plan }) => plan !== 0, AckResult.stoppedByWearer);
    if (advert.kind === "status") this.hearStatus(advert, airMicros);
    else this.hearSignal(advert, airMicros);
    if (this.status !== undefined && (changed || airMicros - this.tHealthMicros > HEALTH_MICROS)) {
      this.tHealthMicros = airMicros;
      this.send(healthOf(this.status, this.state, airMicros));
    }
  }

  private hearSignal(advert: Extract<AirBack, { kind: "signal" }>, airMicros: number): void {
    const fresh = this.samples.take(advert, airMicros);
    if (fresh === undefined || this.status === undefined) return;
    for (const pulse of fresh.pulses) this.send(pulse);
    this.send(fresh.burst);
  }

  private hearStatus(status: AirStatus, airMicros: number): void {
    this.delay.add(airMicrosOfStamp(status.stamp, airMicros), airMicros);
    const before = this.status;
    this.status = status;
    if (before === undefined || (before.boot === status.boot && before.wearerCount === status.wearerCount)) return;
    if (before.boot !== status.boot || status.wearerAction === 0) return;
    this.send({
      kind: "wearerEvent",
      tMicros: bandMicros(airMicrosOfStamp(status.wearerStamp, airMicros)),
      event: status.wearerAction,
      wearerCap: status.wearerCap,
    });
  }

  private take(message: Message, seq: number): void {
    const { bridge, band } = this;
    switch (message.kind) {
      case "helloRequest":
        if (this.status !== undefined) this.send(helloOf(this.band, this.status, this.state));
        return;
      case "clockRequest":
        this.replyClock(message);
        return;
      case "credit":
        return;
      case "clockMap":
        this.acknowledge(seq, messages.clockMap.type, AckResult.ok);
        return;
      case "plan":
        this.stored = message;
        this.acknowledge(seq, messages.plan.type, AckResult.ok);
        return;
      case "start":
        this.start(message, seq);
        return;
      default: {
        const { type } = messages[message.kind];
        if (!PASSED_ON.has(message.kind)) {
          this.acknowledge(seq, type, AckResult.unknown);
          return;
        }
        if (message.kind === "stop" || message.kind === "stopAll") {
          bridge.plans.rest(band);
          // A start that still waits must not be repeated behind it.
          this.confirm(({ plan }) => plan !== 0, AckResult.notReady);
        }
        this.expect({ seq, type, plan: 0 });
        const payload = encodeFrame(message, 0).slice(HEADER_BYTES, HEADER_BYTES + AIR_COMMAND_PAYLOAD_BYTES);
        const padded = new Uint8Array(AIR_COMMAND_PAYLOAD_BYTES);
        // A frame of no payload has its checksum there.
        if (message.kind !== "stopAll") padded.set(payload.subarray(0, 1 + Number(message.kind === "stop")));
        bridge.commands.ask(band, type, padded, bridge.scheduler.nowMicros());
        bridge.hurry();
      }
    }
  }

  private start({ revision, fromMicros }: MessageOf<"start">, seq: number): void {
    const { type } = messages.start;
    const map = this.bridge.airClock();
    if (this.state === BandState.stoppedByWearer) this.acknowledge(seq, type, AckResult.stoppedByWearer);
    else if (map === undefined || this.stored?.revision !== revision) this.acknowledge(seq, type, AckResult.notReady);
    else {
      const plan = this.bridge.plans.play(this.band, this.stored, fromMicros, map);
      this.expect({ seq, type, plan });
    }
  }

  /** A repeat is waited for as what it repeats; what is overtaken is not confirmed by what overtook it. */
  private expect(pending: Pending): void {
    this.pending = this.pending.filter(({ seq, plan }) => seq !== pending.seq && (plan === 0) !== (pending.plan === 0));
    this.pending.push(pending);
  }

  private confirm(isDone: (pending: Pending) => boolean, result: number): void {
    const done = this.pending.filter(isDone);
    if (done.length === 0) return;
    this.pending = this.pending.filter((each) => !isDone(each));
    for (const { seq, type } of done) this.acknowledge(seq, type, result);
  }

  private acknowledge(ackedSeq: number, ackedType: number, result: number): void {
    this.send({ kind: "ack", ackedSeq, ackedType, result });
  }

  /**
   * The band's clock is the air's, which this computer knows: the answer could be given at once, as if nothing were
   * uncertain. It is given as late as both are uncertain, and stamped where the estimator looks for the truth, so that it
   * says just that.
   */
  private replyClock({ hostSentMicros }: MessageOf<"clockRequest">): void {
    const { scheduler } = this.bridge;
    const map = this.bridge.airClock();
    if (map === undefined) return;
    const fix = this.delay.fixAt(toBandMicros(map, scheduler.nowMicros()));
    const lateMicros = fix === undefined ? UNKNOWN_DELAY_MICROS : Math.max(0, fix.offsetMicros) + fix.errorMicros;
    const boundMicros = map.errorMicros + lateMicros;
    const aheadMicros = Math.min(boundMicros, QUICKEST_THERE_MICROS);
    const cancel = scheduler.at(sessionMicros(hostSentMicros + aheadMicros + boundMicros), () => {
      this.cancels.delete(cancel);
      const stamp = toBandMicros(map, sessionMicros(hostSentMicros + aheadMicros));
      this.send({ kind: "clockReply", hostSentMicros, bandReceivedMicros: stamp, bandSentMicros: stamp });
    });
    this.cancels.add(cancel);
  }

  private send(message: BandMessage): void {
    // As from a real link, never before the one who wrote has returned.
    const line = encodeLine(message, this.seq++ & 0xffff).slice();
    const { scheduler } = this.bridge;
    const cancel = scheduler.at(scheduler.nowMicros(), () => {
      this.cancels.delete(cancel);
      this.onBytes?.(line);
    });
    this.cancels.add(cancel);
  }
}
