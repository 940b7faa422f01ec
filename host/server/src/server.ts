import fastifyCookie from "@fastify/cookie";
import fastify from "fastify";
import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { randomBytes, randomInt } from "node:crypto";
import type { Server, ServerOpts } from "./api.ts";
import { Audience } from "./audience.ts";
import { addCommandRoutes } from "./command-routes.ts";
import { sendError } from "./error-handler.ts";
import { guardRoutes, requireFromPage, requireRole } from "./guard.ts";
import { MAX_BODY_BYTES, parseOnlyJson } from "./json-body.ts";
import { addLibraryRoutes } from "./library-routes.ts";
import { Devices } from "./lan/devices.ts";
import { Doors, hostsOf, senderOf } from "./lan/door.ts";
import { addLanRoutes } from "./lan/lan-routes.ts";
import { listenOnNetwork, type NetworkListener } from "./lan/network-listener.ts";
import { PairingCodes } from "./lan/pairing-codes.ts";
import { DEFAULT_PORT, listen, LOOPBACK, requirePort } from "./listen.ts";
import { addPageRoute, requirePage } from "./page-route.ts";
import { quote } from "./quote.ts";
import { limitRates } from "./rate-limits.ts";
import { RequestError } from "./request-error.ts";
import { addShelfRoutes } from "./shelf-routes.ts";
import { requireOwnPath, requireSameOrigin } from "./same-origin.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { addViewRoutes } from "./view-routes.ts";

/** Well above what a page on the same machine needs; ends a client that sends its request a byte at a time. */
const REQUEST_TIMEOUT_MS = 5000;

const unknownRoute = (request: FastifyRequest): RequestError => {
  const found = `${request.method} ${quote(request.url)}`;
  return new RequestError(404, "unknown-route", `expected a route of the server, found ${found}`);
};

const openNetwork = async (
  app: FastifyInstance,
  doors: Doors,
  address: string | undefined,
  port: number,
): Promise<NetworkListener | undefined> => {
  if (address === undefined) return undefined;
  return listenOnNetwork(app, doors, address, port).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
};

/**
 * Puts a session behind HTTP on 127.0.0.1, for the page and for nobody else; with `lanAddress` also on the machine's network,
 * for devices that joined by a code.
 *
 * @throws ServerError where the port is taken or the page is not built
 */
export const createServer = async (opts: ServerOpts): Promise<Server> => {
  const { session, pageDir, port: wanted = DEFAULT_PORT, lanAddress } = opts;
  requirePort(wanted);
  requirePage(pageDir);
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    frameworkErrors: (error, _request, reply) => {
      sendError(error, reply);
    },
  });
  const audience = new Audience(session);
  const nowMs = (): number => performance.now();
  const devices = new Devices({ nowMs, randomBytes });
  const codes = new PairingCodes({ nowMs, randomInt: (under) => randomInt(under) });
  const own = { port: wanted };
  const lanUrl = (): string | undefined =>
    lanAddress === undefined ? undefined : `http://${lanAddress}:${String(own.port)}/`;
  const doors = new Doors();
  const sender = senderOf(doors, devices);

  const routes = guardRoutes(app);
  await app.register(fastifyCookie);
  app.addHook("onRequest", (request, reply, done) => {
    void reply.headers(SECURITY_HEADERS);
    requireOwnPath(request.raw.url ?? "");
    requireSameOrigin(request.headers, hostsOf(doors.of(request), own.port, lanAddress));
    // Before a body is read.
    if (request.is404) throw unknownRoute(request);
    requireRole(request, sender(request).role);
    requireFromPage(request);
    done();
  });
  await limitRates(app);
  app.setErrorHandler<FastifyError | RequestError>((error, _request, reply) => {
    sendError(error, reply);
  });
  app.setNotFoundHandler((request, reply) => {
    sendError(unknownRoute(request), reply);
  });
  parseOnlyJson(app);
  addViewRoutes(app, session, audience, sender);
  addCommandRoutes(app, session);
  addLibraryRoutes(app, session);
  addShelfRoutes(app, opts.shelf);
  addLanRoutes(app, { url: lanUrl, devices, codes, audience, sender });
  await addPageRoute(app, pageDir);
  own.port = await listen(app, wanted);
  const network = await openNetwork(app, doors, lanAddress, own.port);
  const url = lanUrl();

  return {
    url: `http://${LOOPBACK}:${String(own.port)}/`,
    port: own.port,
    ...(url !== undefined && { lanUrl: url }),
    routes,
    close: async () => {
      audience.close();
      await network?.close();
      await app.close();
    },
  };
};
