import type { ExerciseShelf } from "@entrain/session";
import type { FastifyInstance, RouteShorthandOptions } from "fastify";
import { field, refuse } from "./body-fields.ts";
import { RequestError } from "./request-error.ts";
import { NO_STORE } from "./security-headers.ts";

/** An exercise of sixty steps, with all that they say. */
const MAX_EXERCISE_BYTES = 128 * 1024;
/** As much text as an exercise may have spoken. */
const MOST_CHARACTERS = 20_000;

const AN_EXERCISE: RouteShorthandOptions = {
  bodyLimit: MAX_EXERCISE_BYTES,
  config: { needs: "facilitator" },
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

  app.post("/api/save-exercise", AN_EXERCISE, async ({ body }, reply) => {
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

  app.post("/api/mark-text", AN_EXERCISE, async ({ body }, reply) => {
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
