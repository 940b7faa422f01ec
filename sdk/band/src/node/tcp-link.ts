import { connect } from "node:net";
import type { ByteLink } from "../byte-link.ts";
import { BandError } from "../errors.ts";

export interface TcpLinkOpts {
  readonly host: string;
  readonly port: number;
}

const reasonOf = (error: NodeJS.ErrnoException): string =>
  error.code === "ECONNREFUSED" ? "nobody listening there" : error.message;

/**
 * A band offered over TCP, as `entrain simulate` does.
 *
 * @throws BandError `port-not-found`
 */
export const openTcpLink = ({ host, port }: TcpLinkOpts): Promise<ByteLink> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    const link: ByteLink = {
      onBytes: undefined,
      onClose: undefined,
      write: (bytes) => {
        if (!socket.destroyed) socket.write(bytes);
      },
      close: () => {
        socket.destroy();
        return Promise.resolve();
      },
    };
    socket.once("connect", () => {
      resolve(link);
    });
    socket.on("data", (bytes) => link.onBytes?.(bytes));
    socket.on("error", (error) => {
      reject(
        new BandError("port-not-found", `expected a band at tcp:${host}:${String(port)}, found ${reasonOf(error)}`),
      );
    });
    socket.on("close", () => link.onClose?.("closed"));
  });
