import type { FastifyError, FastifyReply } from "fastify";
import { MAX_BODY_BYTES } from "./json-body.ts";
import { errorBody, RequestError } from "./request-error.ts";
import { NO_STORE, SECURITY_HEADERS } from "./security-headers.ts";

const bodyTooLarge = (): RequestError =>
  new RequestError(
    413,
    "body-too-large",
    `expected a body of at most ${String(MAX_BODY_BYTES)} bytes, found a larger one`,
  );

/** Fastify's own errors, in our words. What is not known says nothing of what went on inside. */
const asRequestError = (error: FastifyError | RequestError): RequestError => {
  if (error instanceof RequestError) return error;
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return bodyTooLarge();
  if (error.code === "FST_ERR_BAD_URL")
    return new RequestError(400, "bad-url", "expected a well-formed path, found another");
  if (error.statusCode === 415) {
    return new RequestError(415, "wrong-content-type", "expected Content-Type application/json, found another");
  }
  if (error.statusCode === 400) return new RequestError(400, "bad-json", "expected a JSON body, found something else");
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new RequestError(error.statusCode, "bad-request", "expected a request that the server knows, found another");
  }
  return new RequestError(500, "internal", "expected an answer, found an error inside the server");
};

/** Answers with `{ error: { code, message } }`. */
export const sendError = (error: FastifyError | RequestError, reply: FastifyReply): void => {
  const refused = asRequestError(error);
  void reply
    .code(refused.status)
    .headers({ ...SECURITY_HEADERS, ...NO_STORE })
    .send(errorBody(refused));
};
