import type { SessionPort } from "@entrain/session";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Audience, Watcher } from "./audience.ts";
import type { SenderOf } from "./lan/door.ts";
import { viewForViewers } from "./lan/view-for-viewers.ts";
import { RequestError } from "./request-error.ts";
import { NO_STORE, SECURITY_HEADERS } from "./security-headers.ts";

const RECONNECT_MS = 1000;

/** `GET /api/view`, one SessionView; `GET /api/events`, each one published; `GET /api/exercises`, what can be asked for; `GET /api/dyads`, who moves with whom. */
export const addViewRoutes = (
  app: FastifyInstance,
  session: SessionPort,
  audience: Audience,
  sender: SenderOf,
): void => {
  const watcherOf = (request: FastifyRequest): Watcher => {
    const { role, device } = sender(request);
    return { looksOn: role === "viewer", ...(device !== undefined && { device }) };
  };
  app.get("/api/view", { config: { needs: "viewer" } }, (request, reply) => {
    const view = session.view();
    return reply.headers(NO_STORE).send(watcherOf(request).looksOn ? viewForViewers(view) : view);
  });

  app.get("/api/exercises", { config: { needs: "facilitator" } }, (_request, reply) =>
    reply.headers(NO_STORE).send(session.exercises()),
  );

  app.get("/api/dyads", { config: { needs: "facilitator" } }, (_request, reply) => {
    const dyads = session.dyads?.();
    if (dyads === undefined)
      throw new RequestError(404, "unknown-route", "expected a session in which people are compared, found another");
    return reply.headers(NO_STORE).send(dyads);
  });

  app.get("/api/events", { exposeHeadRoute: false, config: { needs: "viewer" } }, (request, reply) => {
    const watcher = watcherOf(request);
    audience.requireRoom(watcher.device);
    reply.hijack();
    reply.raw.writeHead(200, {
      ...SECURITY_HEADERS,
      ...NO_STORE,
      "content-type": "text/event-stream; charset=utf-8",
      connection: "keep-alive",
    });
    reply.raw.write(`retry: ${String(RECONNECT_MS)}\n\n`);
    audience.add(reply.raw, watcher);
  });
};
