import { openSession, type RecordedSession, sourceOf } from "@entrain/recording";
import { beforeAll, describe, expect, test } from "vitest";
import { checkReplay, type ReplayCheck, type SessionView } from "../src/index.ts";
import { command, readyRoom } from "./room.ts";

describe("what members refuse while a session runs", () => {
  let session: RecordedSession;
  let check: ReplayCheck;
  let view: SessionView;
  let again: SessionView;
  let refusedMicros = 0;

  beforeAll(async () => {
    const room = await readyRoom({ seed: 5, windowS: 8 });
    await command(room, { kind: "start" });
    await room.pass(8);
    refusedMicros = room.clock.nowMicros();
    for (const [member, use] of (["live-out", "raw-recording", "scoring"] as const).entries())
      await command(room, { kind: "consent", member, use, given: false });
    await room.pass(8);
    view = room.session.view();
    await command(room, { kind: "consent", member: 0, use: "live-out", given: true });
    await command(room, { kind: "consent", member: 2, use: "scoring", given: true });
    await room.pass(2);
    again = room.session.view();
    await room.close();
    const source = sourceOf(room.file.bytes.slice());
    session = await openSession(source, "room");
    check = await checkReplay(source, session);
  }, 120_000);

  test("sending: the view says so to every outlet, until it is taken back", () => {
    expect(view.bands.map(({ keptPrivate }) => keptPrivate)).toEqual([true, undefined, undefined]);
    expect(again.bands.every(({ keptPrivate }) => keptPrivate === undefined)).toBe(true);
  });

  test("scoring: they listen, and are back when they wish", () => {
    const listening = ({ reading }: SessionView): boolean[] =>
      reading.members.map(({ reasonCode }) => reasonCode === "listening");
    expect(listening(view)).toEqual([false, false, true]);
    expect(listening(again)).toEqual([false, false, false]);
    expect(session.counts.presence).toBe(2);
  });

  test("their lines: none of them from then on; those of the others go on", async () => {
    const after = [0, 0, 0];
    for await (const { member, tMicros } of session.entries("frame"))
      if (tMicros > refusedMicros + 1e6) after[member] = (after[member] ?? 0) + 1;
    expect(after[1]).toBe(0);
    expect(Math.min(after[0] ?? 0, after[2] ?? 0)).toBeGreaterThan(50);
    expect(session.warnings).toEqual([]);
  });

  test("a replay finds the same of each of the others, and says whose lines it lacks", () => {
    expect(check).toMatchObject({ withoutLines: [1], largestOwnDifference: 0, sameEngine: true });
    expect(check.identical).toBeGreaterThan(0);
    expect(check.identical).toBeLessThan(check.ticks);
  });
});

test("where nothing is recorded, what acts at once is taken, and the rest is refused", async () => {
  const room = await readyRoom({ recorded: false });
  await command(room, { kind: "consent", member: 1, use: "live-out", given: false });
  expect(room.session.view().bands[1]).toMatchObject({ keptPrivate: true, consents: { "live-out": false } });
  expect(room.session.view().bands[0]?.consents).toBeUndefined();
  const refused = (use: "report" | "scoring", member: number): Promise<void> =>
    room.session.command({ kind: "consent", member, use, given: false });
  await expect(refused("report", 1)).rejects.toThrow("nothing is being recorded");
  await expect(refused("scoring", 9)).rejects.toThrow("expected a member from 0 to 2, found 9");
  await room.close();
}, 60_000);
