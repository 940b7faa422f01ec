import type { SessionPort } from "@entrain/session";
import type { FastifyInstance } from "fastify";
import type { Audience } from "./audience.ts";
import { NO_STORE, SECURITY_HEADERS } from "./security-headers.ts";

const RECONNECT_MS = 1000;

/** `GET /api/view`, one SessionView; `GET /api/events`, each one published; `GET /api/exercises`, what can be asked for. */
export const addViewRoutes = (app: FastifyInstance, session: SessionPort, audience: Audience): void => {
  app.get("/api/view", (_request, reply) => reply.headers(NO_STORE).send(session.view()));

  app.get("/api/exercises", (_request, reply) => reply.headers(NO_STORE).send(session.exercises()));

  app.get("/api/events", { exposeHeadRoute: false }, (_request, reply) => {
    audience.requireRoom();
    reply.hijack();
    reply.raw.writeHead(200, {
      ...SECURITY_HEADERS,
      ...NO_STORE,
      "content-type": "text/event-stream; charset=utf-8",
      connection: "keep-alive",
    });
    reply.raw.write(`retry: ${String(RECONNECT_MS)}\n\n`);
    audience.add(reply.raw);
  });
};
