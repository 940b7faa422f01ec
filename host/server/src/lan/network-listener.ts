import type { FastifyInstance } from "fastify";
import { createServer } from "node:http";
import { ServerError } from "../errors.ts";
import type { Doors } from "./door.ts";

export interface NetworkListener {
  close(): Promise<void>;
}

/** Far more than the devices that may join ever need; the rest waits outside. */
const MOST_CONNECTIONS = 128;
const HEADERS_WITHIN_MS = 5_000;
const REQUEST_WITHIN_MS = 10_000;

/**
 * The same routes at an address of the network, on the same port. A listener of its own, so that what it hears is known by
 * it, and no other address is opened.
 *
 * @throws ServerError `cannot-listen`
 */
export const listenOnNetwork = async (
  app: FastifyInstance,
  doors: Doors,
  address: string,
  port: number,
): Promise<NetworkListener> => {
  const server = createServer({ headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS }, (req, res) => {
    doors.enterFromNetwork(req);
    app.routing(req, res);
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const found = cause.code ?? "an error";
      const text = `expected to listen on ${address}:${String(port)}, found ${found}; choose another --port`;
      reject(new ServerError("cannot-listen", text, { cause }));
    });
    server.listen({ host: address, port }, resolve);
  });
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeAllConnections();
      await closed;
    },
  };
};
