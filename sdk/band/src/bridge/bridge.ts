import {
  type AirBack,
  type ClockMap,
  decodeAirBack,
  decodeAirLine,
  encodeAirLine,
  encodeAirOut,
  MAX_AIR_BANDS,
  sessionMicros,
  toBandMicros,
} from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import type { ByteLink, OpenLink } from "../byte-link.ts";
import { BandError } from "../errors.ts";
import { FrameBand } from "../frame-band.ts";
import { AirCommands } from "./air-commands.ts";
import { AirPlans } from "./air-plans.ts";
import { BridgedLink } from "./bridged-link.ts";
import { LineSplitter } from "./line-splitter.ts";

export interface BridgeOpts {
  readonly name: string;
  readonly scheduler: Scheduler;
  readonly openLink: OpenLink;
  /** Which of the groups within reach, 0 to 65535: bands of others do not listen. */
  readonly group: number;
}

/** Between two adverts: while something waits to be heard, while a plan is collected, and else. */
const URGENT_MICROS = 29_000;
const WANTED_MICROS = 37_000;
const CALM_MICROS = 61_000;
/**
 * Never evenly: bands listen for a part of each tenth of a second, and what came at an even pace would miss some of them
 * each time. Multiples of the golden ratio fill every stretch of time alike.
 */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const unevenly = (micros: number, turn: number): number => micros * (0.6 + 0.8 * ((turn * GOLDEN) % 1));
/** A band that was not heard for so long is not waited for. */
const PRESENT_MICROS = 3_000_000;

/**
 * A board on this computer's USB that speaks with a whole room by adverts (AIR.md). Each band that it hears is a link of
 * its own, so that whoever speaks with bands need not know.
 */
export class Bridge {
  readonly commands = new AirCommands();
  readonly plans = new AirPlans();
  readonly scheduler: Scheduler;
  private readonly opts: BridgeOpts;
  private readonly board: FrameBand;
  private link: ByteLink | undefined;
  private readonly links = new Map<number, BridgedLink>();
  private readonly waiting = new Map<number, ((link: BridgedLink) => void)[]>();
  private readonly tHeard = new Map<number, number>();
  private cancel: Cancel | undefined;
  private turn = 0;
  private adverts = 0;
  private skipped = 0;
  private heard = 0;

  constructor(opts: BridgeOpts) {
    this.opts = opts;
    this.scheduler = opts.scheduler;
    this.board = new FrameBand({
      name: opts.name,
      scheduler: opts.scheduler,
      openLink: async () => this.split(await opts.openLink()),
    });
  }

  /** How the session's clock maps onto the air's, which is the bridge's own. */
  airClock(): ClockMap | undefined {
    return this.board.clockMap();
  }

  /** Adverts of this group that were heard, and those that were skipped: of others, or damaged. */
  statistics(): { readonly heard: number; readonly skipped: number } {
    return { heard: this.heard, skipped: this.skipped };
  }

  /** Opens the bridge's own link. Resolves when it answers. @throws BandError `not-a-bridge` where something else does */
  async connect(): Promise<void> {
    await this.board.connect();
    const { info } = this.board;
    if (info?.boardId !== "bridge") {
      await this.board.close();
      throw new BandError(
        "not-a-bridge",
        `expected a bridge at ${this.opts.name}, found a ${info?.boardId ?? "silence"}`,
      );
    }
    this.air();
  }

  /**
   * The link of the band with a number, as soon as that band is heard.
   *
   * @param number - 1 to 32, as it stands on the band
   */
  linkOf(number: number): OpenLink {
    if (!(Number.isInteger(number) && number >= 1 && number <= MAX_AIR_BANDS))
      throw new RangeError(`expected a band's number, 1 to ${String(MAX_AIR_BANDS)}, found ${String(number)}`);
    return () =>
      new Promise((resolve) => {
        const waiting = this.waiting.get(number) ?? [];
        waiting.push(resolve);
        this.waiting.set(number, waiting);
      });
  }

  /** Something waits to go out: no need to wait for the next advert's turn. */
  hurry(): void {
    this.cancel?.();
    this.cancel = this.scheduler.at(this.scheduler.nowMicros(), () => this.air());
  }

  async close(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    await Promise.all([...this.links.values()].map((link) => link.close()));
    await this.board.close();
  }

  /** @internal A band's link was closed: it is opened again when the band is heard again. */
  forget(number: number): void {
    this.links.delete(number);
    this.plans.rest(number);
  }

  private split(link: ByteLink): ByteLink {
    const frames: ByteLink = {
      write: (bytes) => {
        link.write(bytes);
      },
      onBytes: undefined,
      onClose: undefined,
      close: () => link.close(),
    };
    const splitter = new LineSplitter({
      onAir: (line) => this.hear(decodeAirLine(line)),
      onRest: (bytes) => frames.onBytes?.(bytes),
    });
    link.onBytes = (bytes) => {
      splitter.push(bytes);
    };
    link.onClose = (reason) => {
      this.link = undefined;
      frames.onClose?.(reason);
    };
    this.link = link;
    return frames;
  }

  private hear(payload: Uint8Array | undefined): void {
    const advert = payload && decodeAirBack(payload, this.opts.group);
    const map = this.airClock();
    if (advert === undefined || typeof advert === "string" || map === undefined) {
      this.skipped++;
      return;
    }
    this.heard++;
    this.tHeard.set(advert.band, this.scheduler.nowMicros());
    this.plans.noteHeld(advert.band, advert.revision);
    this.open(advert);
    this.links.get(advert.band)?.hear(advert, toBandMicros(map, this.scheduler.nowMicros()));
  }

  /** With a status: it says what a band says of itself in a hello. */
  private open({ band, kind }: AirBack): void {
    const waiting = this.waiting.get(band);
    if (kind !== "status" || waiting === undefined || this.links.has(band)) return;
    const link = new BridgedLink(this, band);
    this.links.set(band, link);
    this.waiting.delete(band);
    for (const resolve of waiting) resolve(link);
  }

  private present(): number {
    const since = this.scheduler.nowMicros() - PRESENT_MICROS;
    let bands = 0;
    for (const [band, tMicros] of this.tHeard) if (tMicros > since) bands |= 1 << (band - 1);
    return bands >>> 0;
  }

  /** Sends the next advert, and sees to the one after it. */
  private air(): void {
    const { commands, plans, scheduler } = this;
    const now = scheduler.nowMicros();
    const present = this.present();
    const isWanted = plans.isWantedBy(present);
    // Commands first, but a plan that is waited for has every third turn.
    const command = isWanted && this.turn++ % 3 === 2 ? undefined : commands.next(now);
    const advert = command ?? plans.next(present) ?? commands.next(now) ?? { kind: "beacon" as const };
    this.link?.write(encodeAirLine(encodeAirOut(advert, this.opts.group)));
    const wait = commands.isUrgent ? URGENT_MICROS : isWanted ? WANTED_MICROS : CALM_MICROS;
    this.cancel = scheduler.at(sessionMicros(now + unevenly(wait, ++this.adverts)), () => this.air());
  }
}
