import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answer } from "./fixture.ts";
import { errorCodeOf } from "./fixture.ts";
import { type Network, NETWORK, openNetwork } from "./network.ts";
import { routeTable } from "./route-table.ts";

let network: Network;
let cookies: { readonly viewer: string; readonly facilitator: string };
beforeAll(async () => {
  network = await openNetwork();
  cookies = { viewer: await network.join("viewer"), facilitator: await network.join("facilitator") };
});
afterAll(() => network.close());

/** Slowly enough for the limit of requests a second, which is tested apart. */
const UNHURRIED_TIMEOUT = 20_000;
const unhurried = async <T>(all: readonly T[], each: (one: T) => Promise<void>): Promise<void> => {
  for (const one of all) {
    await each(one);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const outcome = (answer: Answer): string =>
  answer.status < 400 ? "answered" : answer.status === 404 ? "no such file" : errorCodeOf(answer);

const routes = (): readonly { readonly method: string; readonly path: string; readonly needs: string }[] =>
  network.server.routes;
const pathOf = (path: string): string => path.replace("*", "");

test("each route says who may ask, and the docs say the same", () => {
  const text = routeTable(network.server.routes);
  const docs = new URL("../../../docs/ROUTES.md", import.meta.url);
  if (process.env["WRITE_ROUTES"] === "1") writeFileSync(docs, text);
  expect(readFileSync(docs, "utf8"), "WRITE_ROUTES=1 writes it anew").toBe(text);
});

test.each(["anonymous", "forged", "viewer", "facilitator"] as const)("every route, asked by %s", async (who) => {
  const cookie = { anonymous: undefined, forged: "entrain-device=AAAA", ...cookies }[who];
  const rank = { anyone: 0, viewer: 1, facilitator: 2, host: 3 };
  const own = { anonymous: 0, forged: 0, viewer: 1, facilitator: 2 }[who];
  await unhurried(routes(), async ({ method, path, needs }) => {
    const answer = await network.there(
      { method, path: pathOf(path), ...(method === "POST" && { body: "{}" }) },
      cookie,
    );
    const allowed = own >= rank[needs as keyof typeof rank];
    const refused = own === 0 ? 401 : 403;
    if (allowed) expect([401, 403], `${method} ${path}`).not.toContain(answer.status);
    else expect(answer.status, `${method} ${path}`).toBe(refused);
  });
});

test.each(["here", "there"] as const)(
  "every route, asked %s by a foreign page, a rebound name and a proxy",
  async (door) => {
    const foreign = [
      { origin: "http://evil.example" },
      { host: "evil.example" },
      // The name of the other door.
      { host: `${door === "here" ? NETWORK : "localhost"}:${String(network.server.port)}` },
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" },
    ];
    await unhurried(
      routes().flatMap((route) => foreign.map((headers) => ({ route, headers }))),
      async ({ route: { method, path }, headers }) => {
        const asked = { method, path: pathOf(path), headers, ...(method === "POST" && { body: "{}" }) };
        const answer = door === "here" ? await network.here(asked) : await network.there(asked, cookies.facilitator);
        expect(answer.status, `${method} ${path} ${JSON.stringify(headers)}`).toBe(403);
      },
    );
  },
  UNHURRIED_TIMEOUT,
);

test("every posted route refuses what is too large, is no JSON, or comes as a form", async () => {
  const posted = routes().filter(({ method }) => method === "POST");
  const bodies = [
    ["body-too-large", { body: JSON.stringify({ text: "x".repeat(200_000) }) }],
    ["bad-json", { body: '{"a":' }],
    ["bad-json", { body: '{"__proto__":{"role":"host"}}' }],
    ["wrong-content-type", { body: "role=host", headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["wrong-content-type", { body: "{}", headers: { "content-type": "text/plain" } }],
  ] as const;
  await unhurried(
    posted.flatMap(({ path }) => bodies.map((body) => ({ path, body }))),
    async ({ path, body: [code, asked] }) => {
      const answer = await network.here({ method: "POST", path, ...asked });
      // As many joinings as there may be in a minute are soon used up.
      if (path === "/api/join") expect([code, "too-many-requests"], path).toContain(outcome(answer));
      else expect(outcome(answer), path).toBe(code);
    },
  );
});

test("nothing was done to the session but by who may", () => {
  const kinds = new Set(network.session.commands.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(["close", "end", "look", "marker", "preview", "start", "stop-all"]);
});
