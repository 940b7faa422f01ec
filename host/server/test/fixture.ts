import { createServer } from "@entrain/server";
import type { Server, ServerOpts } from "@entrain/server";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeSession } from "./fake-session.ts";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface Fixture {
  readonly session: FakeSession;
  readonly server: Server;
  readonly pageDir: string;
  /** A request with exactly these headers; unlike fetch, Host and Origin can be anything. */
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** A command as the page sends it. */
  post(path: string, body: unknown): Promise<Answer>;
  close(): Promise<void>;
}

const ask = (port: number, path: string, { method = "GET", headers = {}, body }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });

export const openFixture = async (more: Partial<ServerOpts> = {}): Promise<Fixture> => {
  const pageDir = mkdtempSync(join(tmpdir(), "entrain-page-"));
  writeFileSync(join(pageDir, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(pageDir, ".secret"), "no");
  const session = new FakeSession();
  const server = await createServer({ ...more, session, pageDir, port: 0 });
  const origin = `http://127.0.0.1:${String(server.port)}`;
  return {
    session,
    server,
    pageDir,
    ask: (path, asked = {}) => ask(server.port, path, asked),
    post: (path, body) =>
      ask(server.port, path, {
        method: "POST",
        headers: { origin, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    close: async () => {
      await server.close();
      rmSync(pageDir, { recursive: true });
    },
  };
};

export const errorCodeOf = (answer: Answer): string =>
  (JSON.parse(answer.text) as { readonly error: { readonly code: string } }).error.code;
