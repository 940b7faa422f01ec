import { createServer, type Server } from "@entrain/server";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeSession } from "./fake-session.ts";
import type { Answer } from "./fixture.ts";

/** Another address of this machine stands for its address on a network: the server knows its doors by listener alone. */
export const NETWORK = "127.0.0.2";

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

export interface Network {
  readonly session: FakeSession;
  readonly server: Server;
  /** From this machine itself. */
  here(asked: Asked): Promise<Answer>;
  /** From a device on the network, as its own page asks. */
  there(asked: Asked, cookie?: string): Promise<Answer>;
  /** A new device's cookie. */
  join(role: "viewer" | "facilitator"): Promise<string>;
  invite(role: "viewer" | "facilitator"): Promise<string>;
  close(): Promise<void>;
}

const ask = (host: string, port: number, { method = "GET", path, body, headers = {} }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const own = `${host}:${String(port)}`;
    const posted = method === "POST" ? { "content-type": "application/json", origin: `http://${own}` } : {};
    const sent = request(
      { host, port, path, method, agent: false, headers: { host: own, ...posted, ...headers } },
      (response) => {
        let text = "";
        const whole = (): void => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        };
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
          // A stream never ends: its first view is answer enough.
          if (response.headers["content-type"]?.startsWith("text/event-stream") === true && text.includes("data:")) {
            response.destroy();
            whole();
          }
        });
        response.on("end", whole);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });

export const cookieOf = ({ headers }: Answer): string => headers["set-cookie"]?.[0]?.split(";")[0] ?? "";

export const openNetwork = async (): Promise<Network> => {
  const pageDir = mkdtempSync(join(tmpdir(), "entrain-page-"));
  writeFileSync(join(pageDir, "index.html"), "<!doctype html><title>page</title>");
  const session = new FakeSession();
  const server = await createServer({ session, pageDir, port: 0, lanAddress: NETWORK });
  const { port } = server;
  const here: Network["here"] = (asked) => ask("127.0.0.1", port, asked);
  const there: Network["there"] = (asked, cookie) =>
    ask(NETWORK, port, { ...asked, headers: { ...(cookie !== undefined && { cookie }), ...asked.headers } });
  const invite: Network["invite"] = async (role) => {
    const { text } = await here({ method: "POST", path: "/api/invite", body: JSON.stringify({ role }) });
    return (JSON.parse(text) as { readonly code: string }).code;
  };
  return {
    session,
    server,
    here,
    there,
    invite,
    join: async (role) => {
      const body = JSON.stringify({ code: await invite(role), name: `a ${role}` });
      return cookieOf(await there({ method: "POST", path: "/api/join", body }));
    },
    close: async () => {
      await server.close();
      rmSync(pageDir, { recursive: true });
    },
  };
};
