import { afterEach, beforeEach, expect, test } from "vitest";
import { viewAt } from "./fake-session.ts";
import { errorCodeOf } from "./fixture.ts";
import { cookieOf, type Network, openNetwork } from "./network.ts";

let network: Network;
beforeEach(async () => {
  network = await openNetwork();
});
afterEach(() => network.close());

const join = (code: string): ReturnType<Network["there"]> =>
  network.there({ method: "POST", path: "/api/join", body: JSON.stringify({ code, name: "tablet" }) });
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("a code lets one device in, once, with the role it was made for", async () => {
  const code = await network.invite("facilitator");
  const joined = await join(code);
  expect([joined.status, JSON.parse(joined.text)]).toEqual([200, { role: "facilitator" }]);
  expect(joined.headers["set-cookie"]?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
  const me = await network.there({ path: "/api/me" }, cookieOf(joined));
  expect(JSON.parse(me.text)).toEqual({ role: "facilitator", door: "network" });
  expect((await network.there({ method: "POST", path: "/api/start", body: "{}" }, cookieOf(joined))).status).toBe(200);
  expect(errorCodeOf(await join(code))).toBe("wrong-code");
});

test("five wrong guesses end a code, and ten a minute are heard at all", async () => {
  const code = await network.invite("viewer");
  for (let guess = 0; guess < 5; guess++) expect(errorCodeOf(await join(other(code)))).toBe("wrong-code");
  expect(errorCodeOf(await join(code))).toBe("wrong-code");
  for (let guess = 0; guess < 4; guess++) await join(other(code));
  expect(errorCodeOf(await join(code))).toBe("too-many-requests");
});

test("a second code ends the first", async () => {
  const first = await network.invite("viewer");
  const second = await network.invite("viewer");
  if (first !== second) expect(errorCodeOf(await join(first))).toBe("wrong-code");
  expect((await join(second)).status).toBe(200);
});

test("a viewer sees no name and no file, and may do one thing: stop", async () => {
  const { name, reading, ...rest } = { name: "Ada", ...viewAt(1) };
  const member = { name, state: "ok", amplitudeG: 0.1, quality: { blankedShare: 0, missingShare: 0 } } as const;
  network.session.publish({
    ...rest,
    title: "Ada's family",
    bands: [{ member: 0, name, board: "banglejs2", status: "resting", restedByWearer: true, framesBad: 0 }],
    reading: { ...reading, members: [member] },
    stop: { state: "waiting", unconfirmed: [name] },
    recording: { state: "on", file: "/home/ada/x.mcap" },
  });
  const cookie = await network.join("viewer");
  for (const path of ["/api/view", "/api/events"]) {
    const { text } = await network.there({ path }, cookie);
    expect(text).not.toMatch(/Ada|ada|banglejs2|mcap|"restedByWearer":true/);
    expect(text).toContain('"unconfirmed":["1"]');
  }
  expect((await network.there({ method: "POST", path: "/api/stop-all", body: "{}" }, cookie)).status).toBe(200);
  expect(errorCodeOf(await network.there({ method: "POST", path: "/api/start", body: "{}" }, cookie))).toBe(
    "wrong-role",
  );
});

test("a device that is sent away sees and does nothing more", async () => {
  const cookie = await network.join("facilitator");
  const { text } = await network.here({ path: "/api/devices" });
  const { devices } = JSON.parse(text) as { readonly devices: readonly { readonly id: number }[] };
  expect(devices).toEqual([{ id: 1, role: "facilitator", name: "a facilitator" }]);
  await network.here({ method: "POST", path: "/api/dismiss", body: '{"id":1}' });
  expect(errorCodeOf(await network.there({ path: "/api/view" }, cookie))).toBe("join-first");
});

test("a device may not let others in", async () => {
  const cookie = await network.join("facilitator");
  const body = '{"role":"facilitator"}';
  expect((await network.there({ method: "POST", path: "/api/invite", body }, cookie)).status).toBe(403);
});

test("an address that asks too often is told so, and heard again a second later", async () => {
  const cookie = await network.join("viewer");
  const answers = await Promise.all(Array.from({ length: 90 }, () => network.there({ path: "/api/view" }, cookie)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(20);
  expect(refused[0] && errorCodeOf(refused[0])).toBe("too-many-requests");
  await expect
    .poll(async () => (await network.there({ path: "/api/view" }, cookie)).status, { timeout: 4000, interval: 300 })
    .toBe(200);
});
