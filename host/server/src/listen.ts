import type { FastifyInstance } from "fastify";
import { ServerError } from "./errors.ts";
import { quote } from "./quote.ts";

export const DEFAULT_PORT = 8080;
export const LOOPBACK = "127.0.0.1";

/** @throws ServerError `bad-port` */
export const requirePort = (port: number): void => {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return;
  throw new ServerError("bad-port", `expected a port from 0 to 65535, found ${quote(port)}`);
};

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

const explain = (error: unknown, port: number): ServerError => {
  const text = String(port);
  const another = "choose another with --port";
  if (codeOf(error) === "EADDRINUSE") {
    return new ServerError("port-in-use", `expected port ${text} to be free, found it in use; ${another}`, {
      cause: error,
    });
  }
  if (codeOf(error) === "EACCES") {
    return new ServerError("port-forbidden", `expected port ${text} to be allowed, found it reserved; ${another}`, {
      cause: error,
    });
  }
  const found = quote(codeOf(error));
  return new ServerError("cannot-listen", `expected to listen on port ${text}, found ${found}; ${another}`, {
    cause: error,
  });
};

/**
 * Binds to this machine only, and returns the port that was taken.
 *
 * @throws ServerError
 */
export const listen = async (app: FastifyInstance, port: number): Promise<number> => {
  try {
    await app.listen({ host: LOOPBACK, port });
  } catch (error) {
    throw explain(error, port);
  }
  const address = app.server.address();
  return typeof address === "object" && address !== null ? address.port : port;
};
