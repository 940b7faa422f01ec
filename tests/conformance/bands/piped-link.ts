import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type { ByteLink } from "@entrain/band";

/** A program's input and output as a byte link. @param onNote - lines that begin with '#' are a prelude's own */
export const pipedLink = (child: ChildProcessWithoutNullStreams, onNote: (note: string) => void): ByteLink => {
  const link: ByteLink = {
    write: (bytes) => void child.stdin.write(bytes),
    onBytes: undefined,
    onClose: undefined,
    close: () => Promise.resolve(),
  };
  let text = "";
  child.stdout.on("data", (bytes: Buffer) => {
    text += bytes.toString("latin1");
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("#")) onNote(line);
    link.onBytes?.(bytes);
  });
  return link;
};
