import { createContext, runInContext } from "node:vm";
import { crc32, encodeLine, LineReader, type MessageOf, sessionMicros } from "@entrain/protocol";
import type { VirtualClock } from "@entrain/time/testing";
import { BandError, type ByteLink, type OpenLink } from "../../src/index.ts";
import { HELLO } from "../scripted-band.ts";

const TRIP_MICROS = 2_000;
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Espruino's Storage as far as an upload needs it: flash that reads 0xFF where nothing was written. */
export class ScriptedStorage {
  readonly files = new Map<string, string>();
  roomBytes = 100_000;
  /** Pieces written so far. */
  writes = 0;
  /** What is written comes out changed, so many times. */
  decaying = 0;
  private get used(): number {
    return [...this.files.values()].reduce((sum, { length }) => sum + length, 0);
  }

  read = (name: string): string | undefined => this.files.get(name);
  list = (): string[] => [...this.files.keys()];
  erase = (name: string): void => void this.files.delete(name);
  compact = (): void => undefined;
  getFree = (): number => this.roomBytes - this.used;
  write = (name: string, text: string, at = 0, size = 0): boolean => {
    const old = size > 0 && at === 0 ? undefined : this.files.get(name);
    if (old === undefined) this.files.delete(name);
    if (old === undefined && Math.max(size, text.length) > this.getFree()) return false;
    const whole = old ?? "\xff".repeat(Math.max(size, text.length));
    const stored = this.decaying > 0 ? `\0${text.slice(1)}` : text;
    if (this.decaying > 0) this.decaying--;
    this.files.set(name, whole.slice(0, at) + stored + whole.slice(at + text.length));
    this.writes++;
    return true;
  };
}

/** A board at whose prompt the lines that it is sent are really run, on links that can break. */
export class ScriptedRepl {
  readonly storage = new ScriptedStorage();
  board = "XIAOBLE";
  version = "2v29";
  hello: MessageOf<"hello"> = { ...HELLO, boardId: "xiao-sense" };
  /** The firmware runs: its prompt is closed, it speaks in frames. */
  runsFirmware = false;
  /** Nobody is there. */
  isSilent = false;
  /** What is loaded begins to speak; without, it is broken. */
  starts = true;
  /** The link ends after so many more bytes to the board. */
  bytesUntilCut = Infinity;
  /** How many more lines to the board lose a character. */
  garbling = 0;
  /** Says that it has enough after each piece, and that it may go on, so much later. */
  holdsMicros = 0;
  /** Bytes that came while it had said that it has enough. */
  heedless = 0;
  opened = 0;
  started: string | undefined;
  private readonly clock: VirtualClock;
  private link: ByteLink | undefined;
  private line = "";
  private isHolding = false;
  private context = createContext({});
  private readonly reader = new LineReader({
    onMessage: ({ kind }) => {
      if (kind === "helloRequest") this.say(latin1(encodeLine(this.hello, 1)));
    },
  });

  constructor(clock: VirtualClock) {
    this.clock = clock;
    this.reset();
  }

  open: OpenLink = () => {
    this.opened++;
    const link: ByteLink = {
      onBytes: undefined,
      onClose: undefined,
      write: (bytes) => {
        this.carry(link, bytes);
      },
      close: () => {
        if (this.link === link) this.link = undefined;
        return Promise.resolve();
      },
    };
    this.link = link;
    return Promise.resolve(link);
  };

  openNothing: OpenLink = () => Promise.reject(new BandError("port-not-found", "expected a port, found none"));

  private carry(link: ByteLink, bytes: Uint8Array): void {
    if (this.link !== link) return;
    const arriving = bytes.slice(0, this.bytesUntilCut);
    this.bytesUntilCut -= arriving.length;
    if (this.isHolding && !this.runsFirmware) this.heedless += arriving.length;
    this.later(() => {
      this.hear(arriving);
    });
    if (arriving.length < bytes.length) this.cut(link);
    else if (this.holdsMicros > 0) this.hold(link);
  }

  private cut(link: ByteLink): void {
    this.bytesUntilCut = Infinity;
    this.link = undefined;
    this.line = "";
    this.later(() => link.onClose?.("the cable broke"));
  }

  private hold(link: ByteLink): void {
    this.isHolding = true;
    link.onBytes?.(Uint8Array.of(0x13));
    this.clock.at(sessionMicros(this.clock.nowMicros() + this.holdsMicros), () => {
      this.isHolding = false;
      link.onBytes?.(Uint8Array.of(0x11));
    });
  }

  private hear(bytes: Uint8Array): void {
    if (this.isSilent) return;
    if (this.runsFirmware) {
      this.reader.push(bytes);
      return;
    }
    for (const char of latin1(bytes)) {
      if (char === "\x03") this.line = "";
      else if (char !== "\n") this.line += char;
      else this.run();
    }
  }

  private run(): void {
    let line = this.line;
    this.line = "";
    if (line.includes("entrainPut(") && !line.includes("function") && this.garbling > 0) {
      this.garbling--;
      // In the data: the line is still one, but not what was sent.
      line = line.replace(
        /"([A-Za-z0-9+/]{8})/,
        (_, eight: string) => `"${eight.slice(0, 7)}${eight[7] === "A" ? "B" : "A"}`,
      );
    }
    if (!line.startsWith("\x10")) this.say(`>${line}\r\n`);
    try {
      runInContext(line.replaceAll("\x10", ""), this.context);
    } catch (error) {
      this.say(`Uncaught ${String(error)}\r\n`);
    }
  }

  private say(text: string): void {
    const { link } = this;
    // In pieces, as links are.
    for (let i = 0; i < text.length; i += 20) {
      const piece = Buffer.from(text.slice(i, i + 20), "latin1");
      this.later(() => {
        if (this.link === link) link?.onBytes?.(piece);
      });
    }
  }

  private later(callback: () => void): void {
    this.clock.at(sessionMicros(this.clock.nowMicros() + TRIP_MICROS), callback);
  }

  private reset(): void {
    const sum = (text: string): number => crc32(Buffer.from(text, "latin1"), text.length);
    this.context = createContext({
      process: { env: { BOARD: this.board }, version: this.version },
      E: { CRC32: sum },
      atob: (text: string) => Buffer.from(text, "base64").toString("latin1"),
      require: () => this.storage,
      print: (text: unknown) => {
        this.say(`${String(text)}\r\n`);
      },
      reset: () => {
        this.reset();
        this.say("\r\n ____ \r\n|  __| espruino.com\r\n\r\n>");
      },
      load: (name?: string) => {
        this.started = this.storage.files.get(name ?? ".bootcde");
        this.reset();
        this.runsFirmware = this.starts && this.started?.startsWith("/* ours */") === true;
      },
    });
    Object.defineProperty(this.context, "process", {
      get: () => ({ env: { BOARD: this.board }, version: this.version }),
    });
  }
}
