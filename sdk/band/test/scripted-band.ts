import {
  AckResult,
  type BandMessage,
  bandMicros,
  BandState,
  encodeLine,
  type HostMessage,
  LineReader,
  type MessageOf,
  messages,
  sessionMicros,
} from "@entrain/protocol";
import type { VirtualClock } from "@entrain/time/testing";
import { BandError, type ByteLink, type OpenLink } from "../src/index.ts";

/** What a frame takes from one end to the other. */
export const TRIP_MICROS = 3_000;
const MAX_CREDIT = 8;

export const HELLO: MessageOf<"hello"> = {
  kind: "hello",
  protocolVersion: 1,
  capabilities: 31,
  bootId: 77,
  accelScaleG: 1 / 4096,
  gyroScaleDps: 0.0625,
  motorLagMicros: 20_000,
  bandId: 5,
  maxCredit: MAX_CREDIT,
  wearerCap: 255,
  state: BandState.resting,
  boardId: "scripted",
  firmwareVersion: "9.9",
  interpreterVersion: "none",
};

type Kind = HostMessage["kind"];
const UNASKED: ReadonlySet<Kind> = new Set<Kind>(["helloRequest", "clockRequest", "credit"]);

export interface Heard {
  readonly message: HostMessage;
  readonly seq: number;
  readonly tMicros: number;
}

/** A band that does as it is told, on a link that can be cut, silenced or unplugged. */
export class ScriptedBand {
  readonly heard: Heard[] = [];
  hello = HELLO;
  /** Band time less session time. */
  offsetMicros = 5e12;
  /** Kinds that it hears but leaves unanswered, so many times. */
  readonly deafTo = new Map<Kind, number>();
  readonly results = new Map<Kind, number>();
  /** No port can be opened. */
  isUnplugged = false;
  /** Nothing gets through, and nobody is told. */
  isSilent = false;
  /** The link ends without a word, as a port does whose driver has lost it. */
  endsUntold = false;
  opened = 0;
  closed = 0;
  creditUpTo = 0;
  sentOnCredit = 0;
  private link: ByteLink | undefined;
  private seq = 0;
  private readonly clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.clock = clock;
  }

  readonly openLink: OpenLink = () => {
    if (this.isUnplugged) return Promise.reject(new BandError("port-not-found", "expected a port, found none"));
    this.opened++;
    const reader = new LineReader({ onMessage: (message, seq) => this.take(message as HostMessage, seq) });
    const link: ByteLink = {
      onBytes: undefined,
      onClose: undefined,
      write: (bytes) => {
        this.afterTrip(link, () => reader.push(bytes));
      },
      close: () => {
        if (this.link === link) this.cut();
        return Promise.resolve();
      },
    };
    this.link = link;
    return Promise.resolve(link);
  };

  get isOpen(): boolean {
    return this.link !== undefined;
  }

  /** What the host has sent of a kind. */
  all<K extends Kind>(kind: K): (Heard & { readonly message: MessageOf<K> })[] {
    return this.heard.filter((each): each is Heard & { readonly message: MessageOf<K> } => each.message.kind === kind);
  }

  /** The link ends, with whatever was on its way. */
  cut(): void {
    const { link } = this;
    this.link = undefined;
    this.closed++;
    if (!this.endsUntold) link?.onClose?.("cut");
  }

  /** Another boot: clock, sequence and everything it was told are gone. */
  reboot(bootId: number, offsetMicros: number): void {
    this.hello = { ...this.hello, bootId };
    this.offsetMicros = offsetMicros;
    this.seq = 0;
    this.cut();
  }

  now() {
    return bandMicros(this.clock.nowMicros() + this.offsetMicros);
  }

  send(message: BandMessage): void {
    this.sendBytes(encodeLine(message, this.seq++));
  }

  /** A frame that costs credit. @returns whether there was any */
  report(message: BandMessage): boolean {
    if (this.sentOnCredit >= this.creditUpTo) return false;
    this.sentOnCredit++;
    this.send(message);
    return true;
  }

  /** So many frames on credit are written and lost on the way. */
  loseReports(count: number): void {
    this.sentOnCredit += count;
    this.seq += count;
  }

  sendBytes(bytes: Uint8Array): void {
    const { link } = this;
    if (link !== undefined) this.afterTrip(link, () => link.onBytes?.(bytes));
  }

  private afterTrip(link: ByteLink, deliver: () => void): void {
    this.clock.at(sessionMicros(this.clock.nowMicros() + TRIP_MICROS), () => {
      if (this.link === link && !this.isSilent) deliver();
    });
  }

  private take(message: HostMessage, seq: number): void {
    this.heard.push({ message, seq, tMicros: this.clock.nowMicros() });
    const deaf = this.deafTo.get(message.kind) ?? 0;
    if (deaf > 0) {
      this.deafTo.set(message.kind, deaf - 1);
      return;
    }
    if (message.kind === "credit") this.creditUpTo = Math.min(message.upTo, this.sentOnCredit + this.hello.maxCredit);
    else if (message.kind === "helloRequest") {
      this.creditUpTo = this.sentOnCredit = 0;
      this.send(this.hello);
    } else if (message.kind === "clockRequest") {
      const { hostSentMicros } = message;
      this.send({
        kind: "clockReply",
        hostSentMicros,
        bandReceivedMicros: this.now(),
        bandSentMicros: this.now(),
      });
    }
    if (UNASKED.has(message.kind)) return;
    const result = this.results.get(message.kind) ?? AckResult.ok;
    this.send({ kind: "ack", ackedSeq: seq, ackedType: messages[message.kind].type, result });
  }
}
