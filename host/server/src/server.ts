import fastify from "fastify";
import type { FastifyError, FastifyRequest } from "fastify";
import type { Server, ServerOpts } from "./api.ts";
import { Audience } from "./audience.ts";
import { addCommandRoutes } from "./command-routes.ts";
import { sendError } from "./error-handler.ts";
import { MAX_BODY_BYTES, parseOnlyJson } from "./json-body.ts";
import { addLibraryRoutes } from "./library-routes.ts";
import { DEFAULT_PORT, listen, LOOPBACK, requirePort } from "./listen.ts";
import { addPageRoute, requirePage } from "./page-route.ts";
import { quote } from "./quote.ts";
import { RequestError } from "./request-error.ts";
import { requireOwnPath, requireSameOrigin } from "./same-origin.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { addViewRoutes } from "./view-routes.ts";

/** Well above what a page on the same machine needs; ends a client that sends its request a byte at a time. */
const REQUEST_TIMEOUT_MS = 5000;

const unknownRoute = (request: FastifyRequest): RequestError => {
  const found = `${request.method} ${quote(request.url)}`;
  return new RequestError(404, "unknown-route", `expected a route of the server, found ${found}`);
};

/**
 * Puts a session behind HTTP on 127.0.0.1, for the page and for nobody else.
 *
 * @throws ServerError where the port is taken or the page is not built
 */
export const createServer = async (opts: ServerOpts): Promise<Server> => {
  const { session, pageDir, port: wanted = DEFAULT_PORT } = opts;
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
  let port = wanted;

  app.addHook("onRequest", (request, reply, done) => {
    void reply.headers(SECURITY_HEADERS);
    requireOwnPath(request.raw.url ?? "");
    requireSameOrigin(request.headers, port);
    // Before a body is read.
    if (request.is404) throw unknownRoute(request);
    done();
  });
  app.setErrorHandler<FastifyError | RequestError>((error, _request, reply) => {
    sendError(error, reply);
  });
  app.setNotFoundHandler((request, reply) => {
    sendError(unknownRoute(request), reply);
  });
  parseOnlyJson(app);
  addViewRoutes(app, session, audience);
  addCommandRoutes(app, session);
  addLibraryRoutes(app, session);
  await addPageRoute(app, pageDir);
  port = await listen(app, wanted);

  return {
    url: `http://${LOOPBACK}:${String(port)}/`,
    port,
    close: async () => {
      audience.close();
      await app.close();
    },
  };
};
