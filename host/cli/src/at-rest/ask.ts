import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** Whether there is somebody to ask. */
export const canAsk = (): boolean => process.stdin.isTTY && process.stderr.isTTY;

/** Asks one line at the terminal, on stderr, so that stdout stays a command's result. */
export const ask = async (
  question: string,
  { hidden = false }: { readonly hidden?: boolean } = {},
): Promise<string> => {
  process.stderr.write(question);
  const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
  const reader = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await new Promise<string>((resolve) => {
      reader.once("line", resolve);
      reader.once("close", () => {
        resolve("");
      });
    });
  } finally {
    reader.close();
    if (hidden) process.stderr.write("\n");
  }
};
