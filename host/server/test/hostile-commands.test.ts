import { afterEach, beforeEach, expect, test } from "vitest";
import { errorCodeOf, openFixture } from "./fixture.ts";
import type { Fixture } from "./fixture.ts";

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.close());

const JSON_TYPE = { "content-type": "application/json" };
const tempo = (headers: Record<string, string>, body: string) =>
  fixture.ask("/api/tempo", { method: "POST", headers, body });

test("a sender that is no page of ours is refused", async () => {
  const answer = await fixture.ask("/api/start", { method: "POST", headers: JSON_TYPE, body: "{}" });
  expect([answer.status, errorCodeOf(answer)]).toEqual([403, "not-from-the-page"]);
  expect(fixture.session.commands).toEqual([]);
});

test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "multipart/form-data; boundary=x"])(
  "Content-Type %s is refused",
  async (type) => {
    const answer = await tempo({ "x-entrain": "1", "content-type": type }, '{"bpm":60}');
    expect([answer.status, errorCodeOf(answer)]).toEqual([415, "wrong-content-type"]);
  },
);

test("no Content-Type is refused", async () => {
  expect((await tempo({ "x-entrain": "1" }, '{"bpm":60}')).status).toBe(415);
});

test("a body above 4 kB is refused, announced or not", async () => {
  const body = JSON.stringify({ bpm: 60, padding: "x".repeat(4096) });
  const headers = { ...JSON_TYPE, "x-entrain": "1" };
  for (const extra of [{}, { "transfer-encoding": "chunked" }]) {
    const answer = await tempo({ ...headers, ...extra }, body);
    expect([answer.status, errorCodeOf(answer)]).toEqual([413, "body-too-large"]);
  }
});

test.each(["", "{", "bpm=60", '{"bpm":60', '{"__proto__":{"bpm":60}}', "\u0000"])(
  "malformed JSON %j is refused",
  async (body) => {
    const answer = await tempo({ ...JSON_TYPE, "x-entrain": "1" }, body);
    expect([answer.status, errorCodeOf(answer)]).toEqual([400, "bad-json"]);
  },
);

test.each([
  "null",
  "60",
  "[]",
  "{}",
  '{"bpm":"60"}',
  '{"bpm":3.9}',
  '{"bpm":240.1}',
  '{"bpm":-60}',
  '{"bpm":1e999}',
  '{"bpm":null}',
])("tempo %s is refused with what was expected and found", async (body) => {
  const answer = await tempo({ ...JSON_TYPE, "x-entrain": "1" }, body);
  expect([answer.status, errorCodeOf(answer)]).toEqual([400, "bad-value"]);
  expect(answer.text).toMatch(/expected bpm as a number from 4 to 240, found /);
  expect(fixture.session.commands).toEqual([]);
});

test.each(["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s changes nothing", async (method) => {
  const answer = await fixture.ask("/api/stop-all", { method, headers: { "x-entrain": "1", ...JSON_TYPE } });
  expect([answer.status, errorCodeOf(answer)]).toEqual([404, "unknown-route"]);
  expect(fixture.session.commands).toEqual([]);
});

test.each(["/../package.json", "/..%2fpackage.json", "/.secret", "/%00", "/api", "/api/view/x"])(
  "%s is not served",
  async (path) => {
    const answer = await fixture.ask(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(errorCodeOf(answer)).toMatch(/unknown-route|bad-url|bad-request|bad-json/);
  },
);

test("a path that is no path is refused in the same form", async () => {
  expect(errorCodeOf(await fixture.ask("/%E0%A4%A"))).toBe("bad-url");
});
