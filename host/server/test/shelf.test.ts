import type { ExerciseShelf } from "@entrain/session";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { errorCodeOf, type Fixture, openFixture } from "./fixture.ts";

const kept: unknown[] = [];
const shelf: ExerciseShelf = {
  list: () => [],
  save: (document) => {
    if (typeof document === "object" && document !== null && "name" in document) {
      kept.push(document);
      return Promise.resolve();
    }
    return Promise.reject(new Error("/name: expected a text, found nothing"));
  },
  mark: (text) => Promise.resolve(`|${text}`),
};

let fixture: Fixture;
beforeEach(async () => {
  kept.length = 0;
  fixture = await openFixture({ shelf });
});
afterEach(() => fixture.close());

test("lists, keeps and marks", async () => {
  expect(await fixture.ask("/api/exercise-documents")).toMatchObject({ status: 200, text: "[]" });
  expect((await fixture.post("/api/save-exercise", { document: { name: "mine" } })).status).toBe(200);
  expect(kept).toEqual([{ name: "mine" }]);
  expect(JSON.parse((await fixture.post("/api/mark-text", { text: "sea" })).text)).toEqual({ marked: "|sea" });
});

describe("is refused, and nothing is kept", () => {
  test.each([
    ["/api/save-exercise", {}, 400, "bad-value"],
    ["/api/save-exercise", { document: "text" }, 400, "bad-value"],
    ["/api/save-exercise", { document: null }, 400, "bad-value"],
    ["/api/save-exercise", { document: { title: "x" } }, 409, "command-refused"],
    ["/api/save-exercise", { document: { name: "x".repeat(300_000) } }, 413, "body-too-large"],
    ["/api/mark-text", { text: "" }, 400, "bad-value"],
    ["/api/mark-text", { text: 7 }, 400, "bad-value"],
    ["/api/mark-text", { text: "x".repeat(20_001) }, 400, "bad-value"],
  ])("%s %#", async (path, body, status, code) => {
    const answer = await fixture.post(path, body);
    expect([answer.status, errorCodeOf(answer)]).toEqual([status, code]);
    expect(kept).toEqual([]);
  });

  test("what another page sends", async () => {
    const answer = await fixture.ask("/api/save-exercise", {
      method: "POST",
      headers: { origin: "http://evil.example", "content-type": "application/json" },
      body: JSON.stringify({ document: { name: "x" } }),
    });
    expect(answer.status).toBe(403);
    expect(kept).toEqual([]);
  });
});

test("without a shelf each says so", async () => {
  const bare = await openFixture();
  expect(errorCodeOf(await bare.ask("/api/exercise-documents"))).toBe("command-refused");
  expect(errorCodeOf(await bare.post("/api/mark-text", { text: "a" }))).toBe("command-refused");
  await bare.close();
});
