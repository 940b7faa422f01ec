import { createServer, type Server, type Socket } from "node:net";
import type { SimulatedBand } from "@entrain/simulator";
import { CliError } from "../errors.ts";

const LOOPBACK = "127.0.0.1";

export interface TcpOffer {
  readonly port: number;
  close(): void;
}

const join = (band: SimulatedBand, socket: Socket): void => {
  const { link } = band;
  socket.setNoDelay(true);
  link.connect();
  link.host.onBytes = (bytes) => {
    socket.write(bytes.slice());
  };
  link.host.onOpenChange = (open) => {
    if (!open) socket.destroy();
  };
  socket.on("data", (bytes) => {
    link.host.write(bytes);
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    link.host.onOpenChange = undefined;
    link.disconnect();
  });
};

/** Offers one simulated band on a loopback port, to one program at a time. @param port - 0 takes a free one */
export const offerOverTcp = (band: SimulatedBand, port: number): Promise<TcpOffer> =>
  new Promise((resolve, reject) => {
    let current: Socket | undefined;
    const server: Server = createServer((socket) => {
      if (current !== undefined && !current.destroyed) {
        socket.destroy();
        return;
      }
      current = socket;
      join(band, socket);
    });
    server.on("error", (error: NodeJS.ErrnoException) => {
      const found = error.code === "EADDRINUSE" ? "it in use" : error.message;
      reject(
        new CliError(
          "usage",
          `expected port ${String(port)} to be free for ${band.name}, found ${found}; choose others with --tcp`,
        ),
      );
    });
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address !== null ? address.port : port,
        close: () => {
          current?.destroy();
          server.close();
        },
      });
    });
  });
