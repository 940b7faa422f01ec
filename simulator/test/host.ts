import {
  type BandMessage,
  type ClockMap,
  encodeLine,
  type HostMessage,
  LineReader,
  type Message,
  type MessageOf,
  messages,
  PROTOCOL_VERSION,
  type SessionMicros,
  sessionMicros,
  toBandMicros,
} from "@entrain/protocol";
import { ClockEstimator, every, pollWaitMicros } from "@entrain/time";
import type { VirtualClock } from "@entrain/time/testing";
import type { SimulatedBand } from "../src/index.ts";

type Kind = BandMessage["kind"];

const STEP_MICROS = 1_000;
const PATIENCE_MICROS = 3_000_000;
/** Unasked frames that a band in credit may have under way. */
const AHEAD = 2;
const CONTACT_MICROS = 500_000;
/** Fast exchanges are over by then. */
const SETTLED_EXCHANGES = 28;
/** A band is told of a new map when its own would be off by so much ten seconds later. */
const TELL_MICROS = 300;
const AHEAD_MICROS = 10_000_000;
const ASKED: ReadonlySet<Kind> = new Set<Kind>(["hello", "clockReply", "ack"]);

const isFromBand = (message: Message): message is BandMessage => messages[message.kind].from === "band";

/** The host's side of the protocol, by hand and in virtual time: what a test sends is what goes over the link. */
export class Host {
  readonly band: SimulatedBand;
  readonly clock: VirtualClock;
  readonly estimator = new ClockEstimator();
  /** Whether the band is kept in credit, and so sends samples and reports. */
  streams = true;
  private readonly heard = new Map<Kind, BandMessage[]>();
  private told: ClockMap | undefined;
  private seq = 0;
  private unasked = 0;
  private stopContact: (() => void) | undefined;

  constructor(clock: VirtualClock, band: SimulatedBand) {
    this.clock = clock;
    this.band = band;
    const reader = new LineReader({
      onMessage: (message) => {
        if (isFromBand(message)) this.hear(message);
      },
    });
    band.link.host.onBytes = (bytes) => {
      reader.push(bytes);
    };
    band.link.connect();
  }

  now(): SessionMicros {
    return this.clock.nowMicros();
  }

  after(micros: number): SessionMicros {
    return sessionMicros(this.now() + micros);
  }

  wait(micros: number): void {
    this.clock.advanceBy(micros);
  }

  until(condition: () => boolean, what: string, withinMicros = PATIENCE_MICROS): void {
    const tEnd = this.now() + withinMicros;
    while (!condition()) {
      if (this.now() > tEnd)
        throw new Error(`expected ${what} of ${this.band.name} within ${String(withinMicros / 1e6)} s`);
      this.wait(STEP_MICROS);
    }
  }

  send(message: HostMessage, seq = this.seq++ & 0xffff): number {
    this.band.link.host.write(encodeLine(message, seq));
    return seq;
  }

  /** Everything of a kind so far. */
  all<K extends Kind>(kind: K): readonly MessageOf<K>[] {
    return (this.heard.get(kind) ?? []) as unknown as readonly MessageOf<K>[];
  }

  /** Sends a command and waits for the result in its ack. */
  command(message: HostMessage, seq?: number): number {
    const sent = this.send(message, seq);
    const { type } = messages[message.kind];
    const answer = (): MessageOf<"ack"> | undefined =>
      this.all("ack").findLast(({ ackedSeq, ackedType }) => ackedSeq === sent && ackedType === type);
    this.until(() => answer() !== undefined, `an ack for ${message.kind}`);
    return answer()?.result ?? NaN;
  }

  hello(): MessageOf<"hello"> {
    const before = this.all("hello").length;
    this.send({ kind: "helloRequest", protocolVersion: PROTOCOL_VERSION });
    this.until(() => this.all("hello").length > before, "a hello");
    return this.all("hello").at(-1) as MessageOf<"hello">;
  }

  exchangeClock(): void {
    const before = this.all("clockReply").length;
    this.requestClock();
    this.until(() => this.all("clockReply").length > before, "a clock reply");
  }

  /** Greets, measures the clock, tells the band, and stays in contact from then on. */
  begin(): MessageOf<"hello"> {
    const hello = this.hello();
    for (let i = 0; i < 8; i++) this.exchangeClock();
    this.told = this.map();
    this.command({ kind: "clockMap", ...this.told });
    this.keepContact();
    return hello;
  }

  /** Credit twice a second, and clock exchanges as every host makes them. */
  keepContact(): void {
    this.endContact();
    this.grant();
    const stopCredit = every(this.clock, CONTACT_MICROS, () => {
      this.grant();
      this.tellMap();
    });
    let stopPolling = (): void => undefined;
    const poll = (exchanges: number): void => {
      stopPolling = this.clock.at(this.after(pollWaitMicros(exchanges)), () => {
        this.requestClock();
        poll(exchanges + 1);
      });
    };
    poll(SETTLED_EXCHANGES);
    this.stopContact = () => {
      stopCredit();
      stopPolling();
    };
  }

  /** The host ends: nothing more is sent. */
  endContact(): void {
    this.stopContact?.();
    this.stopContact = undefined;
  }

  map(): ClockMap {
    const map = this.estimator.mapAt(this.now());
    if (map === undefined) throw new Error("expected a clock map");
    return map;
  }

  private hear(message: BandMessage): void {
    const same = this.heard.get(message.kind);
    if (same === undefined) this.heard.set(message.kind, [message]);
    else same.push(message);
    if (message.kind === "clockReply") this.estimator.add({ ...message, hostReceivedMicros: this.now() });
    if (message.kind === "hello") this.unasked = 0;
    if (ASKED.has(message.kind)) return;
    this.unasked++;
    if (this.stopContact !== undefined) this.grant();
  }

  private grant(): void {
    if (!this.streams) return;
    this.send({ kind: "credit", upTo: this.unasked + AHEAD });
  }

  private requestClock(): void {
    this.send({ kind: "clockRequest", hostSentMicros: this.now() });
  }

  private tellMap(): void {
    const map = this.map();
    const ahead = this.after(AHEAD_MICROS);
    if (this.told !== undefined && Math.abs(toBandMicros(map, ahead) - toBandMicros(this.told, ahead)) < TELL_MICROS)
      return;
    this.told = map;
    this.send({ kind: "clockMap", ...map });
  }
}
