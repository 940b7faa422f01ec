import type { ExerciseShelf } from "@entrain/session";
import type { FastifyInstance, RouteShorthandOptions } from "fastify";
import { field, refuse } from "./body-fields.ts";
import { requireJson } from "./json-body.ts";
import { RequestError } from "./request-error.ts";
import { requirePageSender } from "./same-origin.ts";
import { NO_STORE } from "./security-headers.ts";

/** As much as an exercise that is read from a file may have. */
const MAX_EXERCISE_BYTES = 256 * 1024;
/** As much text as an exercise may have spoken. */
const MOST_CHARACTERS = 20_000;

const FROM_THE_PAGE: RouteShorthandOptions = {
  bodyLimit: MAX_EXERCISE_BYTES,
  config: { needs: "facilitator" },
  onRequest: (request, _reply, done) => {
    requirePageSender(request.headers);
    requireJson(request.headers);
    done();
  },
};

const refused = (error: unknown): RequestError =>
  new RequestError(409, "command-refused", error instanceof Error ? error.message : "this cannot be kept");

/**
 * `GET /api/exercise-documents`: every exercise whole, and whether it is the user's own. `POST /api/save-exercise` keeps
 * `{ "document": … }` among those. `POST /api/mark-text` puts marks into `{ "text": … }`, English.
 */
export const addShelfRoutes = (app: FastifyInstance, shelf: ExerciseShelf | undefined): void => {
  const required = (): ExerciseShelf => {
    if (shelf === undefined) throw refused(new Error("expected a place for exercises, found none"));
    return shelf;
  };

  app.get("/api/exercise-documents", { config: { needs: "facilitator" } }, (_request, reply) =>
    reply.headers(NO_STORE).send(required().list()),
  );

  app.post("/api/save-exercise", FROM_THE_PAGE, async ({ body }, reply) => {
    void reply.headers(NO_STORE);
    const document = field(body, "document");
    if (typeof document !== "object" || document === null) throw refuse("document as an object", document);
    await required()
      .save(document)
      .catch((error: unknown) => {
        throw refused(error);
      });
    return {};
  });

  app.post("/api/mark-text", FROM_THE_PAGE, async ({ body }, reply) => {
    void reply.headers(NO_STORE);
    const text = field(body, "text");
    if (typeof text !== "string" || text.trim() === "" || text.length > MOST_CHARACTERS)
      throw refuse(`text of 1 to ${String(MOST_CHARACTERS)} characters`, text);
    const marked = await required()
      .mark(text)
      .catch((error: unknown) => {
        throw refused(error);
      });
    return { marked };
  });
};
