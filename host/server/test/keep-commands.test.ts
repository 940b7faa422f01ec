import { afterEach, beforeEach, expect, test } from "vitest";
import { errorCodeOf, openFixture } from "./fixture.ts";
import type { Fixture } from "./fixture.ts";

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.close());

test.each([
  ["note", { text: "they slowed down" }],
  ["marker", {}],
  ["marker", { label: "here" }],
  ["word", { member: 1, at: "check-in", text: "tired" }],
  ["consent", { member: 0, use: "raw-export", given: false }],
  ["consent", { member: 2, use: "live-out", given: false }],
  ["consent", { member: 2, use: "scoring", given: true }],
  ["consent", { member: 2, use: "raw-recording", given: false }],
  ["activity", { exercise: "mirror" }],
  ["activity", { exercise: "mirror", theme: "trust" }],
  ["exercise", { act: "next" }],
  ["exercise", { act: "interrupt", name: "one-minute-breath" }],
  ["exercise", { act: "start", name: "sway", then: ["rest"] }],
  ["exercise", { act: "start", name: "sway", variant: "seated", then: [] }],
  ["exercise", { act: "leader", member: 1 }],
  ["exercise", { act: "swap" }],
  ["exercise", { act: "let-go" }],
  ["wrist", { member: 1, source: "own" }],
  ["wrist", { member: 1, source: "exercise" }],
])("%s %j is handed to the session as it is", async (kind, body) => {
  expect((await fixture.post(`/api/${kind}`, body)).status).toBe(200);
  expect(fixture.session.commands).toEqual([{ kind, ...body }]);
});

test.each([
  ["exercise", null],
  ["exercise", { act: "explode" }],
  ["exercise", { act: "start" }],
  ["exercise", { act: "start", name: "sway", then: "rest" }],
  ["exercise", { act: "start", name: "sway", then: [1] }],
  ["exercise", { act: "leader", member: -1 }],
  ["exercise", { act: "Swap" }],
  ["exercise", { act: "start", name: "sway", variant: 3 }],
  ["exercise", { act: "interrupt", name: "sway", variant: "" }],
  ["exercise", { act: ["swap"] }],
  ["exercise", { act: "let go" }],
  ["wrist", null],
  ["wrist", { member: 0 }],
  ["wrist", { source: "own" }],
  ["wrist", { member: 0, source: "everybody" }],
  ["wrist", { member: 0, source: "__proto__" }],
  ["wrist", { member: 1e9 + 0.5, source: "own" }],
  ["note", null],
  ["note", {}],
  ["note", { text: "  " }],
  ["note", { text: "x".repeat(2_001) }],
  ["note", { text: ["a"] }],
  ["marker", { label: 3 }],
  ["word", { member: -1, at: "check-in", text: "x" }],
  ["word", { member: 0.5, at: "check-in", text: "x" }],
  ["word", { member: "0", at: "check-in", text: "x" }],
  ["word", { member: 0, at: "later", text: "x" }],
  ["word", { member: 0, at: "check-in" }],
  ["consent", { member: 0, use: "anything", given: true }],
  ["consent", { member: 0, use: "report", given: "yes" }],
  ["activity", { exercise: "" }],
  ["activity", { exercise: "a", theme: 1 }],
])("%s %j is refused, and nothing is kept", async (kind, body) => {
  const answer = await fixture.post(`/api/${kind}`, body);
  expect([answer.status, errorCodeOf(answer)]).toEqual([400, "bad-value"]);
  expect(fixture.session.commands).toEqual([]);
});

test("what the session does not keep is told to whoever wrote it", async () => {
  fixture.session.refusal = new Error("nothing is being recorded, so nothing can be kept");
  const answer = await fixture.post("/api/note", { text: "x" });
  expect([answer.status, errorCodeOf(answer)]).toEqual([409, "command-refused"]);
  expect(answer.text).toContain("nothing is being recorded");
});
