import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorCodeOf, openFixture } from "./fixture.ts";
import type { Fixture } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

const PATHS = ["/", "/api/view", "/api/events", "/nowhere"];
const HOSTS = ["evil.example", "127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1.evil.example", "0.0.0.0"];

test.each(PATHS.flatMap((path) => HOSTS.map((host) => [path, host])))(
  "%s: Host '%s' is refused",
  async (path, host) => {
    const answer = await fixture.ask(path, { headers: { host } });
    expect([answer.status, errorCodeOf(answer)]).toEqual([403, "foreign-host"]);
  },
);

test.each(
  PATHS.flatMap((path) => ["http://evil.example", "null", "http://localhost:1"].map((origin) => [path, origin])),
)("%s: Origin '%s' is refused", async (path, origin) => {
  const answer = await fixture.ask(path, { headers: { origin } });
  expect([answer.status, errorCodeOf(answer)]).toEqual([403, "foreign-origin"]);
});

test("the Origin of one local name is foreign to another", async () => {
  const port = String(fixture.server.port);
  const answer = await fixture.ask("/api/view", {
    headers: { host: `localhost:${port}`, origin: `http://127.0.0.1:${port}` },
  });
  expect(answer.status).toBe(403);
});

test("a foreign page may neither load nor include, but may link here", async () => {
  const included = await fixture.ask("/api/view", {
    headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
  });
  expect(included.status).toBe(403);
  const linked = await fixture.ask("/", { headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" } });
  expect(linked.status).toBe(200);
});

test.each(["127.0.0.1", "localhost", "[::1]"])("%s is one of its own names", async (name) => {
  const host = `${name}:${String(fixture.server.port)}`;
  const answer = await fixture.ask("/api/view", { headers: { host, origin: `http://${host}` } });
  expect(answer.status).toBe(200);
});

const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(fixture.server.port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("close", () => {
      resolve(answer);
    });
    socket.on("error", reject);
  });

test("a request without a Host, or with an empty one, is refused", async () => {
  expect(await raw("GET /api/view HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1.1 403 /);
  expect(await raw("GET /api/view HTTP/1.1\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
  expect(await raw("GET /api/view HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1.1 403 /);
});

test("a whole address, as for a proxy, is refused", async () => {
  const host = `Host: localhost:${String(fixture.server.port)}\r\nConnection: close`;
  expect(await raw(`GET http://evil.example/api/view HTTP/1.1\r\n${host}\r\n\r\n`)).toMatch(/^HTTP\/1.1 403 /);
});
