import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ServedRoute } from "./api.ts";
import { RequestError } from "./request-error.ts";
import { requireJson } from "./json-body.ts";
import { mayDo, type Needs, type Role } from "./role.ts";
import { requirePageSender } from "./same-origin.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may ask. A route without it keeps the server from starting. */
    readonly needs?: Needs;
  }
}

/** Remembers each route with what it needs. Nothing is served that does not say who may ask for it. */
export const guardRoutes = (app: FastifyInstance): readonly ServedRoute[] => {
  const routes: ServedRoute[] = [];
  const seen: { readonly method: string | readonly string[]; readonly url: string; config?: { needs?: Needs } }[] = [];
  app.addHook("onRoute", (route) => void seen.push(route));
  app.addHook("onReady", (done) => {
    for (const { method, url, config } of seen) {
      const needs = config?.needs;
      if (needs === undefined) throw new TypeError(`expected ${url} to say who may ask for it, found nothing`);
      for (const each of [method].flat()) routes.push({ method: each, path: url, needs });
    }
    done();
  });
  return routes;
};

/** @throws RequestError 401 where nobody has joined yet, 403 where another role is needed */
export const requireRole = (request: FastifyRequest, role: Role | undefined): void => {
  const needs = request.routeOptions.config.needs ?? "host";
  if (mayDo(role, needs)) return;
  if (role === undefined) throw new RequestError(401, "join-first", "expected a device that has joined, found another");
  throw new RequestError(403, "wrong-role", `expected a ${needs}, found a ${role}`);
};

/**
 * Whatever may change something comes from the page, as JSON: looked at for every route, so that none can forget it.
 *
 * @throws RequestError 403, 415
 */
export const requireFromPage = ({ method, headers }: FastifyRequest): void => {
  if (method === "GET" || method === "HEAD") return;
  requirePageSender(headers);
  requireJson(headers);
};
