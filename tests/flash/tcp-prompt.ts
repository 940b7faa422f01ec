import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** An interpreter in a folder of its own, its console behind a socket on loopback, as boards are on a network. */
export interface TcpPrompt {
  readonly port: number;
  /** Ends the connection after so many more bytes to the interpreter. */
  cutAfter(bytes: number): void;
  /** Starts the interpreter anew, as a board that is switched off and on. */
  restart(): void;
  close(): Promise<void>;
}

export const startTcpPrompt = async (program: string, dir: string): Promise<TcpPrompt> => {
  let socket: Socket | undefined;
  let left = Infinity;
  const boot = (): ChildProcessWithoutNullStreams => {
    const started = spawn(program, [], { cwd: dir, stdio: ["pipe", "pipe", "pipe"] });
    started.stdout.on("data", (bytes: Buffer) => socket?.write(bytes));
    started.stderr.resume();
    return started;
  };
  let child = boot();
  const server = createServer((opened) => {
    socket = opened;
    opened.on("error", () => undefined);
    opened.on("data", (bytes) => {
      child.stdin.write(bytes.subarray(0, left));
      left -= bytes.length;
      if (left > 0) return;
      left = Infinity;
      opened.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes) => (left = bytes),
    restart: () => {
      child.kill("SIGKILL");
      child = boot();
    },
    close: () => {
      child.kill("SIGKILL");
      socket?.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
