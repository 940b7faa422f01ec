import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEvents } from "./event-stream.ts";
import { viewAt } from "./fake-session.ts";
import { errorCodeOf, openFixture } from "./fixture.ts";
import type { Fixture } from "./fixture.ts";

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.close());

const subscribersToBe = async (count: number): Promise<void> => {
  for (let i = 0; i < 200 && fixture.session.subscribers !== count; i++) await sleep(5);
  expect(fixture.session.subscribers).toBe(count);
};

test("a client that does not read misses views; memory does not grow, and it gets the newest", async () => {
  const slow = await openEvents(fixture.server.port);
  const quick = await openEvents(fixture.server.port);
  slow.response.pause();
  const title = "x".repeat(100_000);
  const views = 400;
  for (let t = 1; t <= views; t++) {
    fixture.session.publish(viewAt(1e9 + t, title));
    if (t % 10 === 0) await quick.until(1e9 + t);
  }
  expect(quick.tMicros.length).toBeGreaterThan(30);
  slow.response.resume();
  await slow.until(1e9 + views);
  // 40 MB were published; what reached the slow one was in the buffers of the two sockets, and the newest.
  expect(slow.tMicros.length).toBeLessThan(views / 2);
  expect(slow.tMicros).toEqual([...slow.tMicros].sort((a, b) => a - b));
  slow.close();
  quick.close();
});

test("streams opened and dropped again and again leave nothing behind", async () => {
  for (let i = 0; i < 50; i++) (await openEvents(fixture.server.port)).close();
  await subscribersToBe(0);
});

test("the 33rd stream is refused, and there is room again when one closes", async () => {
  const streams = await Promise.all(Array.from({ length: 32 }, () => openEvents(fixture.server.port)));
  const refused = await fixture.ask("/api/events");
  expect([refused.status, errorCodeOf(refused)]).toEqual([503, "too-many-viewers"]);
  expect(fixture.session.subscribers).toBe(1);
  for (const stream of streams) stream.close();
  await subscribersToBe(0);
  const again = await openEvents(fixture.server.port);
  await again.until(0);
  again.close();
});

test("a stream begins with the present view and goes on with each published", async () => {
  const stream = await openEvents(fixture.server.port);
  expect(stream.response.headers["content-type"]).toMatch("text/event-stream");
  expect(stream.response.headers["cache-control"]).toBe("no-store");
  await stream.until(123_456_789);
  for (let t = 0; t < 3; t++) {
    fixture.session.publish(viewAt(200_000_000 + t));
    await stream.until(200_000_000 + t);
  }
  expect(stream.tMicros).toEqual([123_456_789, 200_000_000, 200_000_001, 200_000_002]);
  stream.close();
});

test("closing the server ends the streams and leaves the session", async () => {
  const stream = await openEvents(fixture.server.port);
  const ended = new Promise((done) => stream.response.on("close", done));
  stream.response.resume();
  await fixture.server.close();
  await ended;
  expect(fixture.session.subscribers).toBe(0);
  expect(fixture.session.commands).toEqual([]);
});
