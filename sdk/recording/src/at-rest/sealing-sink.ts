import type { Encrypter } from "age-encryption";
import type { ByteSink } from "../api.ts";
import { encrypterFor, type Lock, newKeyPair } from "./keys.ts";
import { joined, MAX_SEGMENT_BYTES, SEGMENTS_MAGIC, uint32 } from "./layout.ts";

/** A sink whose bytes are sealed before they reach the one below it. Plain bytes never do. */
export interface SealingSink extends ByteSink {
  /** Resolves once everything appended has been handed on. @throws what the sink below threw */
  settled(): Promise<void>;
}

/**
 * Seals what is appended at once: a crash takes the few milliseconds of sealing more than without it. What is appended
 * within one turn, or while a segment is being sealed, goes into one. After `close`, await `settled`.
 *
 * @throws RecordingError `bad-key`, and whatever the sink below throws, at the next call
 * @example const sink = await createSealingSink(file, { recipients: ["age1…"] })
 */
export const createSealingSink = async (below: ByteSink, lock: Lock): Promise<SealingSink> => {
  const { identity, recipient } = await newKeyPair();
  // Before anything is written: a key that is none must not leave a file behind.
  const first = await encrypterFor(lock).encrypt(identity);
  below.append(joined([SEGMENTS_MAGIC, uint32(first.length), first]));
  return new Segments(below, encrypterFor({ recipients: [recipient] }));
};

class Segments implements SealingSink {
  private readonly below: ByteSink;
  private readonly encrypter: Encrypter;
  private pending: Uint8Array[] = [];
  private number = 0;
  private wantsSync = false;
  private wantsClose = false;
  private pumping: Promise<void> | undefined;
  private failure: Error | undefined;

  constructor(below: ByteSink, encrypter: Encrypter) {
    this.below = below;
    this.encrypter = encrypter;
  }

  append(bytes: Uint8Array): void {
    this.rethrow();
    // Copied: whoever hands bytes over may use their buffer again.
    for (let at = 0; at < bytes.length; at += MAX_SEGMENT_BYTES / 2)
      this.pending.push(bytes.slice(at, at + MAX_SEGMENT_BYTES / 2));
    this.pump();
  }

  sync(): void {
    this.rethrow();
    this.wantsSync = true;
    this.pump();
  }

  close(): void {
    this.wantsClose = true;
    this.pump();
  }

  async settled(): Promise<void> {
    while (this.pumping !== undefined) await this.pumping;
    this.rethrow();
  }

  private rethrow(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
  }

  private pump(): void {
    this.pumping ??= this.run().finally(() => {
      this.pumping = undefined;
      // What was asked for since the last look.
      if (this.hasWork()) this.pump();
    });
  }

  private hasWork(): boolean {
    return this.pending.length > 0 || this.wantsSync || this.wantsClose;
  }

  private async run(): Promise<void> {
    try {
      await Promise.resolve();
      while (this.pending.length > 0) {
        this.below.append(await this.nextSegment());
        // Counted once it is there: what a full disk did not take leaves no gap in the numbers.
        this.number++;
      }
      if (this.wantsSync) this.below.sync();
      this.wantsSync = false;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.wantsSync = false;
    }
    if (!this.wantsClose || this.pending.length > 0) return;
    this.wantsClose = false;
    this.below.close();
  }

  private async nextSegment(): Promise<Uint8Array> {
    const taken: Uint8Array[] = [];
    let size = 0;
    for (let next = this.pending[0]; next !== undefined; next = this.pending[0]) {
      if (size > 0 && size + next.length > MAX_SEGMENT_BYTES / 2) break;
      size += next.length;
      taken.push(next);
      this.pending.shift();
    }
    const sealed = await this.encrypter.encrypt(joined([uint32(this.number + 1), ...taken]));
    return joined([uint32(sealed.length), sealed]);
  }
}
