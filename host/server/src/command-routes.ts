import type { SessionCommand, SessionPort } from "@entrain/session";
import type { FastifyInstance } from "fastify";
import type { CommandAnswer } from "./api.ts";
import { textIn } from "./body-fields.ts";
import { MAX_BODY_BYTES } from "./json-body.ts";
import { exerciseOf } from "./exercise-body.ts";
import { activityOf, consentOf, markerOf, noteOf, wordOf, wristOf } from "./keep-body.ts";
import { RequestError } from "./request-error.ts";
import type { Needs } from "./role.ts";
import { settingsOf } from "./settings-body.ts";
import { NO_STORE } from "./security-headers.ts";
import { tempoOf } from "./tempo-body.ts";
import { assignOf, MAX_GROUP_BYTES, openOf, previewOf, saveGroupOf } from "./way-body.ts";

const run = async (session: SessionPort, command: SessionCommand): Promise<CommandAnswer> => {
  try {
    await session.command(command);
  } catch (error) {
    // The contract: a session's refusal is an Error whose message a person can read.
    throw new RequestError(409, "command-refused", error instanceof Error ? error.message : "the session refused");
  }
  return { tMicros: session.view().tMicros };
};

/**
 * `POST /api/start`, `/api/stop-all`, `/api/tempo`, `/api/wrist`: each is harmless when repeated, and none waits for another.
 * `POST /api/exercise`: start, interrupt, next, back, pause, resume, swap, let-go, tap, leader.
 * `POST /api/settings`: what one person wants of any exercise, for the rest of the session.
 * `POST /api/open`, `/api/close`, `/api/look`, `/api/identify`, `/api/assign`, `/api/save-group`, `/api/delete-group`: who
 * is here, and with which bands. `POST /api/preview`, `/api/end`: one feels it first; all let go.
 * `POST /api/note`, `/api/marker`, `/api/word`, `/api/consent`, `/api/activity`: each is kept as often as it is sent.
 */
export const addCommandRoutes = (app: FastifyInstance, session: SessionPort): void => {
  interface More {
    readonly needs?: Needs;
    readonly bodyLimit?: number;
  }
  const add = (
    name: string,
    commandOf: (body: unknown) => SessionCommand,
    { needs = "facilitator", bodyLimit = MAX_BODY_BYTES }: More = {},
  ): void => {
    app.post(`/api/${name}`, {
      bodyLimit,
      config: { needs },
      handler: async (request, reply) => {
        void reply.headers(NO_STORE);
        return run(session, commandOf(request.body));
      },
    });
  };
  add("start", () => ({ kind: "start" }));
  // Whoever sees that something must stop may stop it.
  add("stop-all", () => ({ kind: "stop-all" }), { needs: "viewer" });
  add("tempo", (body) => ({ kind: "tempo", bpm: tempoOf(body) }));
  add("exercise", exerciseOf);
  add("wrist", wristOf);
  add("settings", settingsOf);
  add("note", noteOf);
  add("marker", markerOf);
  add("word", wordOf);
  add("consent", consentOf);
  add("activity", activityOf);
  add("end", () => ({ kind: "end" }));
  add("preview", previewOf);
  add("open", openOf);
  add("close", () => ({ kind: "close" }));
  add("look", () => ({ kind: "look" }));
  add("identify", (body) => ({ kind: "identify", band: textIn(body, "band") }));
  add("persona", (body) => ({ kind: "persona", band: textIn(body, "band"), persona: textIn(body, "persona") }));
  add("assign", assignOf);
  add("save-group", saveGroupOf, { bodyLimit: MAX_GROUP_BYTES });
  add("delete-group", (body) => ({ kind: "delete-group", id: textIn(body, "id") }), { needs: "host" });
};
