import {
  AckResult,
  type BandMessage,
  encodeLine,
  type HostMessage,
  LineReader,
  type MessageOf,
  type Message,
  messages,
  PROTOCOL_VERSION,
  sessionMicros,
  toBandMicros,
} from "@entrain/protocol";
import { ClockEstimator } from "@entrain/time";
import type { BandUnderTest } from "./band-under-test.ts";

type Kind = BandMessage["kind"];

const STEP_MICROS = 2_000;
const PATIENCE_MICROS = 3_000_000;
/** Unasked frames that a band in credit may have under way. */
const AHEAD = 2;
const CONTACT_MICROS = 500_000;
const ASKED: ReadonlySet<Kind> = new Set<Kind>(["hello", "clockReply", "ack"]);

const isFromBand = (message: Message): message is BandMessage => messages[message.kind].from === "band";

/** The host's side of the protocol, by hand: what a behaviour sends is what goes over the link. */
export class Wire {
  readonly band: BandUnderTest;
  readonly estimator = new ClockEstimator();
  private readonly heard: { readonly message: BandMessage; readonly tMicros: number }[] = [];
  private readonly reader: LineReader;
  private seq = 0;
  /** Since the last hello. */
  private unasked = 0;
  private keepsCredit = false;

  constructor(band: BandUnderTest) {
    this.band = band;
    this.reader = new LineReader({
      onMessage: (message) => {
        if (!isFromBand(message)) return;
        const hostReceivedMicros = band.scheduler.nowMicros();
        if (message.kind === "clockReply") this.estimator.add({ ...message, hostReceivedMicros });
        if (message.kind === "hello") this.unasked = 0;
        this.heard.push({ message, tMicros: hostReceivedMicros });
        if (ASKED.has(message.kind)) return;
        this.unasked++;
        if (this.keepsCredit) this.credit(this.unasked + AHEAD);
      },
    });
    band.link.onBytes = (bytes) => this.reader.push(bytes);
  }

  send(message: HostMessage, seq = this.seq++ & 0xffff): number {
    this.band.link.write(encodeLine(message, seq));
    return seq;
  }

  sendText(text: string): void {
    this.band.link.write(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  }

  /** Everything of a kind so far. */
  all<K extends Kind>(kind: K): readonly MessageOf<K>[] {
    return this.heard.flatMap(({ message }) => (message.kind === kind ? [message as unknown as MessageOf<K>] : []));
  }

  async until(condition: () => boolean, what: string, withinMicros = PATIENCE_MICROS): Promise<void> {
    const tEnd = this.band.scheduler.nowMicros() + withinMicros;
    while (!condition()) {
      if (this.band.scheduler.nowMicros() > tEnd)
        throw new Error(`expected ${what} within ${String(withinMicros / 1e6)} s`);
      await this.band.wait(STEP_MICROS);
    }
  }

  /** Waits for one more message of a kind than there were. */
  async next<K extends Kind>(kind: K, withinMicros?: number): Promise<MessageOf<K>> {
    const before = this.all(kind).length;
    await this.until(() => this.all(kind).length > before, `a ${kind}`, withinMicros);
    return this.all(kind)[before] as MessageOf<K>;
  }

  /** Sends a command and returns the result in its ack. */
  async command(message: HostMessage, seq?: number): Promise<number> {
    const awaited = this.next("ack");
    const sent = this.send(message, seq);
    const ack = await awaited;
    if (ack.ackedSeq !== sent || ack.ackedType !== messages[message.kind].type)
      throw new Error(
        `expected an ack of ${message.kind} ${String(sent)}, found one of type ${String(ack.ackedType)}, ${String(ack.ackedSeq)}`,
      );
    return ack.result;
  }

  async hello(): Promise<MessageOf<"hello">> {
    const awaited = this.next("hello");
    this.send({ kind: "helloRequest", protocolVersion: PROTOCOL_VERSION });
    return awaited;
  }

  credit(upTo: number): void {
    this.send({ kind: "credit", upTo });
  }

  async exchangeClock(): Promise<void> {
    const awaited = this.next("clockReply");
    this.send({ kind: "clockRequest", hostSentMicros: this.band.scheduler.nowMicros() });
    await awaited;
  }

  /** Greets, measures the clock, and tells the band: as every host does before it plays. */
  async begin(): Promise<MessageOf<"hello">> {
    const hello = await this.hello();
    for (let i = 0; i < 8; i++) await this.exchangeClock();
    const map = this.map();
    const result = await this.command({ kind: "clockMap", ...map });
    if (result !== AckResult.ok) throw new Error(`expected the clock map to be taken, found result ${String(result)}`);
    return hello;
  }

  map() {
    const map = this.estimator.mapAt(this.band.scheduler.nowMicros());
    if (map === undefined) throw new Error("expected a clock map");
    return map;
  }

  now() {
    return this.band.scheduler.nowMicros();
  }

  after(micros: number) {
    return sessionMicros(this.now() + micros);
  }

  bandTimeOf(tMicros: number): number {
    return toBandMicros(this.map(), sessionMicros(tMicros));
  }

  /** Lets time pass while staying in credit, as a host does: that is contact, too. */
  async stay(micros: number): Promise<void> {
    const tEnd = this.now() + micros;
    this.keepsCredit = true;
    this.credit(this.unasked + AHEAD);
    while (this.now() < tEnd) {
      await this.band.wait(Math.min(CONTACT_MICROS, tEnd - this.now()));
      this.credit(this.unasked + AHEAD);
    }
    this.keepsCredit = false;
  }
}
