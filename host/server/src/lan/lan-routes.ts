import type { FastifyInstance } from "fastify";
import type { Audience } from "../audience.ts";
import { choiceIn, field, refuse, textIn } from "../body-fields.ts";
import { RequestError } from "../request-error.ts";
import type { Needs } from "../role.ts";
import { NO_STORE } from "../security-headers.ts";
import { type Devices, JOINED_LASTS_MS, MOST_DEVICES } from "./devices.ts";
import { COOKIE, type SenderOf } from "./door.ts";
import { CODE_LASTS_MS, type PairingCodes } from "./pairing-codes.ts";

const LONGEST_NAME = 40;
const CODE = /^\d{6}$/;

export interface LanOpts {
  /** Where other devices find the page; undefined where none may. */
  readonly url: () => string | undefined;
  readonly devices: Devices;
  readonly codes: PairingCodes;
  readonly audience: Audience;
  readonly sender: SenderOf;
}

const codeIn = (body: unknown): string => {
  const value = field(body, "code");
  if (typeof value === "string" && CODE.test(value)) return value;
  // What was typed is not said back.
  throw new RequestError(400, "bad-value", "expected code as six digits, found something else");
};

const nameIn = (body: unknown): string => {
  const name = textIn(body, "name").trim();
  if (name.length > LONGEST_NAME) throw refuse(`name as at most ${String(LONGEST_NAME)} characters`, name);
  return name;
};

const idIn = (body: unknown): number => {
  const value = field(body, "id");
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw refuse("id as a whole number", value);
};

/**
 * `GET /api/me`: the sender's own role. `POST /api/join { code, name }`: a cookie for a code. The machine itself alone:
 * `GET /api/devices`, `POST /api/invite { role }`, `POST /api/dismiss { id }`, which ends what the device was watching.
 */
export const addLanRoutes = (app: FastifyInstance, { url, devices, codes, audience, sender }: LanOpts): void => {
  const post = (path: string, needs: Needs, answer: (body: unknown) => object): void => {
    app.post(path, {
      config: { needs },
      handler: (request, reply) => reply.headers(NO_STORE).send(answer(request.body)),
    });
  };

  app.get("/api/me", { config: { needs: "anyone" } }, (request, reply) => {
    const { role, door } = sender(request);
    return reply.headers(NO_STORE).send({ role: role ?? "none", door });
  });
  app.post("/api/join", {
    config: { needs: "anyone", rateLimit: { max: 10, timeWindow: 60_000 } },
    handler: (request, reply) => {
      const code = codeIn(request.body);
      const name = nameIn(request.body);
      if (devices.full)
        throw new RequestError(503, "too-many-devices", `expected at most ${String(MOST_DEVICES)} devices, found more`);
      const role = codes.redeem(code);
      if (role === undefined)
        throw new RequestError(
          403,
          "wrong-code",
          "expected a code of the last two minutes, found another; ask for a new one",
        );
      void reply.setCookie(COOKIE, devices.admit(role, name), {
        path: "/",
        httpOnly: true,
        sameSite: "strict",
        maxAge: JOINED_LASTS_MS / 1000,
      });
      return reply.headers(NO_STORE).send({ role });
    },
  });
  app.get("/api/devices", { config: { needs: "host" } }, (_request, reply) =>
    reply.headers(NO_STORE).send({ url: url() ?? null, devices: devices.list() }),
  );
  post("/api/invite", "host", (body) => {
    const role = choiceIn(body, "role", ["viewer", "facilitator"] as const);
    const where = url();
    if (where === undefined)
      throw new RequestError(409, "command-refused", "expected a program started with --lan, found one without");
    const { code } = codes.issue(role);
    return { code, role, url: where, lastsMs: CODE_LASTS_MS };
  });
  post("/api/dismiss", "host", (body) => {
    const id = idIn(body);
    if (!devices.remove(id)) throw refuse("id of a device that has joined", id);
    audience.dismiss(id);
    return { devices: devices.list() };
  });
};
