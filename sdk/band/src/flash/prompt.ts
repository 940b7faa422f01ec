import { sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import type { ByteLink } from "../byte-link.ts";
import { BandError } from "../errors.ts";
import type { Pace } from "./api.ts";
import { PacedWriter } from "./paced-writer.ts";

/** Nothing is echoed of a line that begins with it (espruino.com/Interfacing). */
const QUIET = "\u0010";
/** Leaves whatever line was begun. */
const CTRL_C = "\u0003";
const ANSWER_WITHIN_MICROS = 2_000_000;
const TRIES = 3;
/** Nobody's answer is longer; what a board prints besides is thrown away. */
const HEARD_CHARS = 4_096;

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

export interface AskOpts {
  readonly withinMicros?: number;
  /** How often in all: more than once only what does no harm twice. */
  readonly tries?: number;
}

/** The prompt of an Espruino, asked line by line. */
export class Prompt {
  private readonly link: ByteLink;
  private readonly scheduler: Scheduler;
  private readonly writer: PacedWriter;
  private readonly where: string;
  private heard = "";
  private asked = 0;
  private whenHeard: (() => void) | undefined;
  private endedWhy: string | undefined;

  constructor(link: ByteLink, scheduler: Scheduler, pace: Pace, where: string) {
    this.link = link;
    this.scheduler = scheduler;
    this.writer = new PacedWriter(link, scheduler, pace);
    this.where = where;
    link.onBytes = (bytes) => {
      this.heard += String.fromCharCode(...this.writer.heed(bytes));
      this.whenHeard?.();
      this.heard = this.heard.slice(-HEARD_CHARS);
    };
    link.onClose = (reason) => {
      this.endedWhy = reason;
      this.whenHeard?.();
    };
  }

  /** Sends a statement and awaits nothing. */
  tell(statement: string): void {
    this.writer.write(bytesOf(`${QUIET}${statement}\n`));
  }

  /**
   * What an expression is there, as text.
   *
   * @throws BandError `no-answer`, `closed`, or `refused` with the exception that it ended in
   */
  async ask(expression: string, { withinMicros = ANSWER_WITHIN_MICROS, tries = TRIES }: AskOpts = {}): Promise<string> {
    for (let i = 0; i < tries; i++) {
      const answer = await this.askOnce(expression, i > 0, withinMicros);
      if (answer === undefined) continue;
      if (!answer.startsWith("!")) return answer;
      throw new BandError("refused", `expected ${this.where} to do as it is told, found "${answer.slice(1)}"`);
    }
    throw new BandError("no-answer", `expected an Espruino prompt at ${this.where}, found no answer`);
  }

  /** Lets go of the link, which stays open. */
  release(): ByteLink {
    this.writer.close();
    this.link.onBytes = undefined;
    this.link.onClose = undefined;
    return this.link;
  }

  private askOnce(expression: string, again: boolean, withinMicros: number): Promise<string | undefined> {
    const number = String(++this.asked);
    // Not as it will stand in the answer: an echo must not be taken for one.
    const line = `try{_=(${expression})}catch(e){_="!"+e}print("#"+${number}+" "+_+"#")`;
    const answer = new RegExp(`#${number} ([^#]*)#`);
    if (again) {
      this.writer.drop();
      this.writer.write(bytesOf(CTRL_C));
    }
    this.tell(line);
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        this.whenHeard = undefined;
        cancel();
      };
      const cancel = this.scheduler.at(sessionMicros(this.scheduler.nowMicros() + withinMicros), () => {
        settle();
        resolve(undefined);
      });
      this.whenHeard = () => {
        const found = answer.exec(this.heard)?.[1];
        if (found !== undefined) {
          settle();
          resolve(found);
        } else if (this.endedWhy !== undefined) {
          settle();
          reject(new BandError("closed", `expected ${this.where} to answer, found its link ended: ${this.endedWhy}`));
        }
      };
      this.whenHeard();
    });
  }
}
