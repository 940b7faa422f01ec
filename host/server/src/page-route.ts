import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ServerError } from "./errors.ts";

/** @throws ServerError `page-missing` */
export const requirePage = (pageDir: string): void => {
  const index = join(resolve(pageDir), "index.html");
  if (existsSync(index)) return;
  throw new ServerError(
    "page-missing",
    `expected the page at ${index}, found nothing; build it with: npx vite build host/dashboard`,
  );
};

/** `GET /` and the page's own files. */
export const addPageRoute = async (app: FastifyInstance, pageDir: string): Promise<void> => {
  await app.register(async (scope) => {
    // The page is the program's, not the group's: it holds nobody's data, and shows a device where to type its code.
    scope.addHook("onRoute", (route) => {
      route.config = { ...route.config, needs: "anyone" };
    });
    await scope.register(fastifyStatic, {
      root: resolve(pageDir),
      dotfiles: "ignore",
      // Asked again each time, and answered with 304: a new version of the program never runs an old page.
      cacheControl: false,
      setHeaders: (reply) => {
        reply.setHeader("cache-control", "no-cache");
      },
    });
  });
};
