import { afterEach, describe, expect, test } from "vitest";
import { envelopeUse, ExerciseRoom, hurried, SHIPPED } from "./exercise-room.ts";

/** Full length: `bench/exercises.ts`. */
const DOCUMENTS = SHIPPED.map((document) => hurried(document));
let room: ExerciseRoom;
afterEach(() => room.close());

describe.each(DOCUMENTS.map((document) => [document.name, document] as const))("%s", (name, document) => {
  test("runs to its end on bands of both kinds; the limiter has nothing to do", async () => {
    room = new ExerciseRoom(DOCUMENTS, Math.max(2, document.people?.least ?? 2), 7);
    await room.connect();
    await room.play(name);
    await room.pass(6);
    const steps = room.states.filter(({ state }) => state.state === "running").map(({ state }) => state.step);
    expect([...new Set(steps)]).toEqual(document.steps.map((_, i) => i));
    expect(room.state?.state).toBe("ended");
    expect(room.reports).toBeGreaterThan(0);
    expect(room.withheld).toBe(0);
    for (const band of room.bands) expect(envelopeUse(band)).toBeLessThanOrEqual(1);
    const last = room.states.at(-1)?.tMicros ?? 0;
    for (const { felt } of room.bands) expect(felt.filter((t) => t > last + 1e5)).toEqual([]);
  }, 60_000);
});
