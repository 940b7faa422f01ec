import { base64Chars, crc32, encodeBase64 } from "@entrain/protocol";
import { BandError } from "../errors.ts";
import type { FlashFile } from "./api.ts";
import type { Prompt } from "./prompt.ts";

/** Erasing and tidying flash takes some boards seconds. */
const FLASH_MICROS = 15_000_000;
/** Of a file in one line: with the rest of the line less than half of what a board keeps before reading it. */
const CHUNK_BYTES = 240;
const CHUNK_TRIES = 8;
/** No file of ours has this character: flash that was erased and not yet written reads so. */
const ERASED = "\\xff";

/** Where a file lies until it is whole and right. */
export const STAGING = "entrain.new";

const S = `require("Storage")`;

export const base64 = (bytes: Uint8Array): string => {
  const chars = new Uint8Array(base64Chars(bytes.length));
  encodeBase64(bytes, bytes.length, chars);
  return String.fromCharCode(...chars);
};

/** What the board runs for us: checks a piece and writes it, says how far a file has come, copies a file. */
export const HELPERS = [
  `function entrainPut(n,o,z,t,c){var d=atob(t);return E.CRC32(d)!=c?"garbled":${S}.write(n,d,o,z)?o+d.length:"full"}`,
  `function entrainSum(n,k){var d=${S}.read(n);return d===undefined?"none":E.CRC32(k===undefined?d:d.substr(0,k))}`,
  `function entrainSize(n){var d=${S}.read(n);return d===undefined?"none":d.length}`,
  `function entrainDone(n){var d=${S}.read(n),i;if(d===undefined)return 0;i=d.indexOf("${ERASED}");return i<0?d.length:i}`,
  `function entrainCopy(f,t){var d=${S}.read(f),z=d.length,i;${S}.erase(t);for(i=0;i<z;i+=256)if(!${S}.write(t,d.substr(i,256),i,z))return "full";return z}`,
] as const;

export const putCall = (file: string, at: number, totalBytes: number, piece: Uint8Array): string =>
  `entrainPut(${JSON.stringify(file)},${String(at)},${String(totalBytes)},"${base64(piece)}",${String(crc32(piece, piece.length))})`;

/** A file's pieces, one after another. */
export const piecesOf = (bytes: Uint8Array): readonly (readonly [at: number, piece: Uint8Array])[] =>
  Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, i) => [
    i * CHUNK_BYTES,
    bytes.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES),
  ]);

const noRoom = (where: string): BandError =>
  new BandError("no-room", `expected room in the flash of ${where}, found it full; remove something and try again`);

/** The files of a board, through its prompt. */
export class BoardStorage {
  private readonly prompt: Prompt;
  private readonly where: string;

  constructor(prompt: Prompt, where: string) {
    this.prompt = prompt;
    this.where = where;
  }

  async start(): Promise<void> {
    for (const helper of HELPERS) this.prompt.tell(helper);
    await this.prompt.ask("typeof entrainCopy");
  }

  async has(name: string): Promise<boolean> {
    return (await this.prompt.ask(`entrainSize(${JSON.stringify(name)})`)) !== "none";
  }

  async holds({ name, bytes }: FlashFile): Promise<boolean> {
    const found = await this.prompt.ask(`entrainSum(${JSON.stringify(name)})`, { withinMicros: FLASH_MICROS });
    return found === String(crc32(bytes, bytes.length));
  }

  async erase(name: string): Promise<void> {
    await this.prompt.ask(`${S}.erase(${JSON.stringify(name)})`, { withinMicros: FLASH_MICROS });
  }

  /** @throws BandError `no-room` */
  async requireRoom(bytes: number): Promise<void> {
    const free = async (): Promise<number> => Number(await this.prompt.ask(`${S}.getFree()`));
    if ((await free()) >= bytes) return;
    await this.prompt.ask(`${S}.compact()`, { withinMicros: FLASH_MICROS });
    const found = await free();
    if (found >= bytes) return;
    throw new BandError(
      "no-room",
      `expected ${String(bytes)} bytes free in the flash of ${this.where}, found ${String(found)}; remove something and try again`,
    );
  }

  /** @throws BandError `no-room`, `not-verified` */
  async copy(from: string, to: string): Promise<void> {
    const [a, b] = [JSON.stringify(from), JSON.stringify(to)];
    const copied = await this.prompt.ask(`entrainCopy(${a},${b})`, { withinMicros: FLASH_MICROS });
    if (copied === "full") throw noRoom(this.where);
    const same = await this.prompt.ask(`entrainSum(${a})===entrainSum(${b})`, { withinMicros: FLASH_MICROS });
    if (same === "true") return;
    throw new BandError(
      "not-verified",
      `expected ${to} on ${this.where} to read back as it was written, found it differs`,
    );
  }

  /**
   * Puts a file there: into a place beside, from where an upload before was broken off if it was this one, and only once
   * that is right to where it belongs.
   *
   * @throws BandError `no-room`, `not-verified`, `no-answer`, `closed`
   */
  async put(file: FlashFile, onDone: (bytes: number) => void): Promise<void> {
    const staged = { name: STAGING, bytes: file.bytes };
    let at = await this.doneOf(staged);
    for (let tries = 0; at < file.bytes.length;) {
      const answer = await this.prompt.ask(
        putCall(STAGING, at, file.bytes.length, file.bytes.subarray(at, at + CHUNK_BYTES)),
        at === 0 ? { withinMicros: FLASH_MICROS } : {},
      );
      if (answer === "full") throw noRoom(this.where);
      if (Number(answer) > at) {
        at = Number(answer);
        tries = 0;
        onDone(at);
      } else if (++tries === CHUNK_TRIES) {
        throw new BandError(
          "not-verified",
          `expected ${this.where} to take a piece, found it garbled ${String(tries)} times`,
        );
      }
    }
    if (!(await this.holds(staged))) {
      await this.erase(STAGING);
      throw new BandError(
        "not-verified",
        `expected ${file.name} on ${this.where} to read back as it was written, found it differs; try again`,
      );
    }
    await this.copy(STAGING, file.name);
    await this.erase(STAGING);
  }

  /** How much of a file is there already and right; 0 after making room for it. */
  private async doneOf({ name, bytes }: FlashFile): Promise<number> {
    const quoted = JSON.stringify(name);
    if ((await this.prompt.ask(`entrainSize(${quoted})`)) === String(bytes.length)) {
      const done = Number(await this.prompt.ask(`entrainDone(${quoted})`, { withinMicros: FLASH_MICROS }));
      const sum = await this.prompt.ask(`entrainSum(${quoted},${String(done)})`, { withinMicros: FLASH_MICROS });
      if (done <= bytes.length && sum === String(crc32(bytes, done))) return done;
    }
    await this.erase(name);
    return 0;
  }
}
