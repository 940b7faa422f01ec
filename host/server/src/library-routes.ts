import type { SessionPort } from "@entrain/session";
import type { FastifyInstance } from "fastify";
import { RequestError } from "./request-error.ts";
import { NO_STORE } from "./security-headers.ts";

/** A page without a script: what it looks like stands in it. */
const LOOK_BACK_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const refused = (error: unknown): RequestError =>
  new RequestError(409, "command-refused", error instanceof Error ? error.message : "the session refused");

/**
 * `GET /api/groups`: those that are kept on this machine, whole. `GET /look-back`: the page about the last session.
 */
export const addLibraryRoutes = (app: FastifyInstance, session: SessionPort): void => {
  app.get("/api/groups", { config: { needs: "facilitator" } }, async (_request, reply) => {
    void reply.headers(NO_STORE);
    try {
      return (await session.groups?.()) ?? [];
    } catch (error) {
      throw refused(error);
    }
  });

  app.get("/look-back", { config: { needs: "facilitator" } }, async (_request, reply) => {
    if (session.lookBack === undefined) throw refused(new Error("expected a session that was kept, found none"));
    const page = await session.lookBack().catch((error: unknown) => {
      throw refused(error);
    });
    void reply.headers({ ...NO_STORE, "content-security-policy": LOOK_BACK_POLICY });
    return reply.type("text/html; charset=utf-8").send(page);
  });
};
