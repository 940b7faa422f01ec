import fastifyRateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { RequestError } from "./request-error.ts";

/** A dial that is turned sends about twenty a second; nothing else of the page comes near. */
const MOST_A_SECOND = 60;

/** Holds each address to what a page can need. @see RequestErrorCode `too-many-requests` */
export const limitRates = async (app: FastifyInstance): Promise<void> => {
  await app.register(fastifyRateLimit, {
    max: MOST_A_SECOND,
    timeWindow: 1000,
    keyGenerator: ({ socket }) => socket.remoteAddress ?? "",
    addHeaders: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
    addHeadersOnExceeding: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
    errorResponseBuilder: (_request, { max, after }) =>
      new RequestError(429, "too-many-requests", `expected at most ${String(max)} requests in ${after}, found more`),
  });
};
