import { createServer, ServerError } from "@entrain/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { errorCodeOf, openFixture } from "./fixture.ts";
import type { Fixture } from "./fixture.ts";

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.close());

test("a taken port is told in one line, with the way out", async () => {
  const { port } = fixture.server;
  const { session } = fixture;
  const error: unknown = await createServer({ session, pageDir: fixture.pageDir, port }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ServerError);
  expect(error).toMatchObject({
    code: "port-in-use",
    message: `expected port ${String(port)} to be free, found it in use; choose another with --port`,
  });
});

test.each([-1, 65_536, 1.5, Number.NaN])("port %d is refused", async (port) => {
  const { session, pageDir } = fixture;
  await expect(createServer({ session, pageDir, port })).rejects.toMatchObject({ code: "bad-port" });
});

test("a page that is not built is told", async () => {
  const { session } = fixture;
  await expect(createServer({ session, pageDir: "/nowhere", port: 0 })).rejects.toMatchObject({ code: "page-missing" });
});

test("the page comes with headers that let nothing foreign in", async () => {
  const page = await fixture.ask("/");
  expect(page.text).toContain("<title>page</title>");
  expect(page.headers["content-security-policy"]).toMatch(/^default-src 'self'/);
  expect(page.headers["content-security-policy"]).not.toMatch(/unsafe/);
  expect(page.headers["x-content-type-options"]).toBe("nosniff");
  expect(page.headers["referrer-policy"]).toBe("no-referrer");
});

test("the view is the session's, and is not kept by a cache", async () => {
  const answer = await fixture.ask("/api/view");
  expect(JSON.parse(answer.text)).toEqual(fixture.session.current);
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("the exercises that can be asked for are the session's", async () => {
  const answer = await fixture.ask("/api/exercises");
  expect(JSON.parse(answer.text)).toEqual(fixture.session.exercises());
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect((await fixture.ask("/api/exercises", { headers: { origin: "http://elsewhere.example" } })).status).toBe(403);
});

test("commands reach the session in the order sent, repeated ones too", async () => {
  for (let i = 0; i < 2; i++) await fixture.post("/api/stop-all", {});
  await fixture.post("/api/tempo", { bpm: 96 });
  const answer = await fixture.post("/api/start", {});
  expect(JSON.parse(answer.text)).toEqual({ tMicros: 123_456_789 });
  expect(fixture.session.commands).toEqual([
    { kind: "stop-all" },
    { kind: "stop-all" },
    { kind: "tempo", bpm: 96 },
    { kind: "start" },
  ]);
});

test("a program without an Origin names itself by the header", async () => {
  const headers = { "x-entrain": "1", "content-type": "application/json; charset=utf-8" };
  expect((await fixture.ask("/api/start", { method: "POST", headers, body: "{}" })).status).toBe(200);
});

test.each([4, 240, 72.5])("tempo %d is within the range", async (bpm) => {
  expect((await fixture.post("/api/tempo", { bpm })).status).toBe(200);
});

test("what the session refuses is told in its own words", async () => {
  fixture.session.refusal = new Error("expected at least one band, found none");
  const answer = await fixture.post("/api/start", {});
  expect([answer.status, errorCodeOf(answer)]).toEqual([409, "command-refused"]);
  expect(answer.text).toContain("expected at least one band, found none");
});
