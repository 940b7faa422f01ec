import { open } from "node:fs/promises";

/**
 * Reads a file that ought to be small; no more of it than that is ever held. A pipe is read to its end as well.
 *
 * @returns undefined where it is longer
 * @throws what Node's own file system does, with its `code`
 */
export const readAtMost = async (path: string, mostBytes: number): Promise<Buffer | undefined> => {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(mostBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      ({ bytesRead: read } = await file.read(buffer, length, buffer.length - length));
    return length > mostBytes ? undefined : buffer.subarray(0, length);
  } finally {
    await file.close();
  }
};
