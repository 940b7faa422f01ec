import { type AirOut, MAX_AIR_COMMAND, type SessionMicros } from "@entrain/protocol";

/** On the air for so long after it was asked for, or asked for again. */
const KEPT_MICROS = 1_500_000;

interface Command {
  readonly number: number;
  readonly type: number;
  readonly payload: Uint8Array;
  readonly key: string;
  /** Those that have not said that they did it. */
  bands: number;
  tAskedMicros: number;
}

const bitOf = (band: number): number => (1 << (band - 1)) >>> 0;

/** What bands are told to do, until each has said that it did: one at a time for each of them, the last that was asked for. */
export class AirCommands {
  private readonly outstanding: Command[] = [];
  /** By band, the number that it said last. */
  private readonly done = new Map<number, number>();
  private turn = 0;
  private last = 0;

  /** Whether anything waits. */
  get isUrgent(): boolean {
    return this.outstanding.length > 0;
  }

  ask(band: number, type: number, payload: Uint8Array, tMicros: SessionMicros): void {
    const key = `${String(type)} ${payload.join(" ")}`;
    for (const command of this.outstanding)
      if (command.key !== key) command.bands = (command.bands & ~bitOf(band)) >>> 0;
    const same = this.outstanding.find((command) => command.key === key);
    // A band that did this very number once would not do it again.
    if (same !== undefined && ((same.bands & bitOf(band)) !== 0 || this.done.get(band) !== same.number)) {
      same.bands = (same.bands | bitOf(band)) >>> 0;
      same.tAskedMicros = tMicros;
      return;
    }
    const number = this.freeNumber(band);
    this.outstanding.push({ number, type, payload, key, bands: bitOf(band), tAskedMicros: tMicros });
  }

  /** @returns whether the band has just said that it did what it was asked last */
  noteDone(band: number, number: number): boolean {
    this.done.set(band, number);
    const command = this.outstanding.find((each) => each.number === number && (each.bands & bitOf(band)) !== 0);
    if (command === undefined) return false;
    command.bands = (command.bands & ~bitOf(band)) >>> 0;
    return true;
  }

  /** The next to go out; undefined where nothing waits. */
  next(tMicros: SessionMicros): AirOut | undefined {
    for (let i = this.outstanding.length - 1; i >= 0; i--) {
      const { bands, tAskedMicros } = this.outstanding[i] as Command;
      if (bands === 0 || tMicros - tAskedMicros > KEPT_MICROS) this.outstanding.splice(i, 1);
    }
    const command = this.outstanding[this.turn++ % Math.max(1, this.outstanding.length)];
    if (command === undefined) return undefined;
    const { number, bands, type, payload } = command;
    return { kind: "command", number, bands, type, payload };
  }

  private freeNumber(band: number): number {
    // What others of the group did last is another band's business, unless it joins this command: then it is left out.
    const used = new Set(this.outstanding.map(({ number }) => number));
    used.add(this.done.get(band) ?? 0);
    for (let i = 0; i < MAX_AIR_COMMAND; i++) {
      this.last = (this.last % MAX_AIR_COMMAND) + 1;
      if (!used.has(this.last) && ![...this.done.values()].includes(this.last)) return this.last;
    }
    while (used.has((this.last = (this.last % MAX_AIR_COMMAND) + 1)) && used.size < MAX_AIR_COMMAND);
    return this.last;
  }
}
