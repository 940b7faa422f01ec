import { expect, test } from "vitest";
import { stopWords } from "../src/words/stop-words.ts";
import { viewWith } from "./views.ts";

const CONFIRMED = { state: "confirmed", unconfirmed: [] } as const;
const IDLE = { kind: "idle" } as const;

test("a confirmation from an earlier stop does not answer a new one", () => {
  const old = viewWith({ tMicros: 1000, stop: CONFIRMED });
  expect(stopWords({ kind: "sending" }, old)).toEqual({ tone: "waiting", text: "stopping …" });
  expect(stopWords({ kind: "delivered", tMicros: 1000 }, old)).toEqual({ tone: "waiting", text: "stopping …" });
  const next = viewWith({ tMicros: 1001, stop: CONFIRMED });
  expect(stopWords({ kind: "delivered", tMicros: 1000 }, next)).toEqual({
    tone: "confirmed",
    text: "all bands confirmed: stopped",
  });
});

test("bands that have not confirmed are named, whoever asked for the stop", () => {
  const view = viewWith({ stop: { state: "waiting", unconfirmed: ["Ada", "Ben"] } });
  for (const ask of [IDLE, { kind: "sending" } as const, { kind: "delivered", tMicros: 0 } as const]) {
    expect(stopWords(ask, view)).toEqual({ tone: "waiting", text: "stopping … waiting for: Ada, Ben" });
  }
});

test("a stop that did not get through is not called a stop, and says what still works", () => {
  const { tone, text } = stopWords({ kind: "undelivered" }, viewWith({ stop: CONFIRMED }));
  expect(tone).toBe("undelivered");
  expect(text).toMatch(/not delivered.*button/);
});

test("before a first view, and after a new start, nothing is claimed", () => {
  expect(stopWords(IDLE, undefined).text).toBe("");
  expect(stopWords({ kind: "delivered", tMicros: 5 }, undefined).text).toBe("stopping …");
  expect(stopWords(IDLE, viewWith({ playing: true, stop: CONFIRMED })).text).toBe("");
  expect(stopWords(IDLE, viewWith()).text).toBe("");
});
