import type { FastifyInstance } from "fastify";
import type { IncomingHttpHeaders } from "node:http";
import { quote } from "./quote.ts";
import { RequestError } from "./request-error.ts";

export const MAX_BODY_BYTES = 4096;

const JSON_TYPE = "application/json";

/**
 * A foreign page can post `text/plain` or a form without being asked; `application/json` makes its browser ask first.
 *
 * @throws RequestError 415
 */
export const requireJson = (headers: IncomingHttpHeaders): void => {
  const mediaType = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== JSON_TYPE) {
    throw new RequestError(415, "wrong-content-type", `expected Content-Type ${JSON_TYPE}, found ${quote(mediaType)}`);
  }
};

/** JSON and nothing else; a `__proto__` key is an error. */
export const parseOnlyJson = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_TYPE, { parseAs: "string" }, app.getDefaultJsonParser("error", "error"));
};
