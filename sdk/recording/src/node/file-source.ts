import { type FileHandle, open } from "node:fs/promises";
import type { ByteSource } from "../api.ts";
import { RecordingError } from "../errors.ts";

/** A file that is read piece by piece. Its size is that at the time of opening. */
export class FileSource implements ByteSource {
  readonly size: number;
  private readonly handle: FileHandle;

  private constructor(handle: FileHandle, size: number) {
    this.handle = handle;
    this.size = size;
  }

  /** @throws RecordingError `cannot-read` */
  static async open(path: string): Promise<FileSource> {
    try {
      const handle = await open(path, "r");
      const found = await handle.stat();
      if (found.isFile()) return new FileSource(handle, found.size);
      await handle.close();
      throw new Error("a folder or a device");
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new RecordingError("cannot-read", `expected a session file, found ${why}, at ${path}`);
    }
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let got = 0;
    while (got < length) {
      const { bytesRead } = await this.handle.read(bytes, got, length - got, offset + got);
      if (bytesRead === 0) break;
      got += bytesRead;
    }
    return bytes.subarray(0, got);
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
