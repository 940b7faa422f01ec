import { closeSync, constants, fdatasync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import type { ByteSink } from "../api.ts";
import { RecordingError } from "../errors.ts";

/** A new file that is only ever appended to. */
export class FileSink implements ByteSink {
  readonly path: string;
  private readonly fd: number;
  private length = 0;
  private syncing = false;
  private closed = false;

  /** @throws RecordingError `cannot-write`, also where there is a file of this name */
  constructor(path: string) {
    this.path = path;
    try {
      this.fd = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND, 0o600);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new RecordingError("cannot-write", `expected a new file to record into, found ${why}, at ${path}`);
    }
  }

  append(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.fd, bytes, at);
      this.length += bytes.length;
    } catch (error) {
      this.dropHalf();
      throw error;
    }
  }

  /** At most one request is under way, and nobody waits for it: a slow disk must not hold up the session. */
  sync(): void {
    if (this.syncing || this.closed) return;
    this.syncing = true;
    fdatasync(this.fd, () => {
      this.syncing = false;
      if (this.closed) closeSync(this.fd);
    });
  }

  close(): void {
    if (this.closed) return;
    fsyncSync(this.fd);
    this.closed = true;
    if (!this.syncing) closeSync(this.fd);
  }

  /** What a full disk took of a piece is taken back, where it lets us. */
  private dropHalf(): void {
    try {
      if (fstatSync(this.fd).size > this.length) ftruncateSync(this.fd, this.length);
    } catch {
      // Readers look behind a torn piece for the next whole one.
    }
  }
}
