import { BandError } from "@entrain/band";
import { AckResult, sessionMicros } from "@entrain/protocol";
import { describe, expect, it } from "vitest";
import type { MirrorParts } from "../../src/index.ts";
import { layMirror } from "./fake-group.ts";

/** Ada leads, Ben follows. */
const PAIR: MirrorParts = [undefined, { source: "partner", partner: 0 }];
const felt = (member: number) => ({ member, use: "felt-by-others" }) as const;
const feels = (member: number) => ({ member, use: "feel-others" }) as const;
const settle = async (): Promise<void> => {
  for (let i = 0; i < 6; i++) await Promise.resolve();
};

describe("what is refused, and changes nothing", () => {
  it.each([
    [[], [felt(0), feels(1)]],
    [[felt(0)], [feels(1)]],
    [[feels(1)], [felt(0)]],
    [
      [felt(1), feels(0)],
      [felt(0), feels(1)],
    ],
  ] as const)(
    "a pair without both consents (%j): nobody feels anybody, and what is missing is named",
    (given, missing) => {
      const { mirror, move, pulsesOf, band } = layMirror();
      for (const each of given) mirror.obey({ ...each, given: true });
      mirror.arrange(PAIR);
      move(0);
      expect(pulsesOf()).toEqual([0, 0, 0, 0]);
      expect(band(0).leads).toEqual([]);
      expect(mirror.view()).toMatchObject({ routes: [], missing });
    },
  );

  it("somebody else's movement for whoever did not agree to feel others", () => {
    const { mirror } = layMirror();
    for (const source of ["partner", "group"] as const)
      expect(() => mirror.choose(2, source, "host")).toThrow(/expected Chen to agree to feel others, found no consent/);
    expect(() => mirror.choose(7, "own", "host")).toThrow(/a member from 0 to 3, found 7/);
    expect(mirror.choiceOf(2)).toBeUndefined();
  });

  it("what can be chosen is what has been agreed to, and a choice can be taken back", () => {
    const { mirror, agree } = layMirror();
    mirror.arrange(PAIR);
    expect(mirror.view().choices[1]).toEqual(["beat", "own", "none", "exercise"]);
    agree(1);
    expect(mirror.view().choices[1]).toEqual(["beat", "own", "partner", "group", "none", "exercise"]);
    mirror.choose(1, "own", "host");
    expect([mirror.view().chosen[1], mirror.view().wrists[1]]).toEqual(["own", "own"]);
    mirror.choose(1, "exercise", "host");
    expect([mirror.view().chosen[1], mirror.view().wrists[1]]).toEqual(["exercise", "partner"]);
  });

  it("nobody is their own partner", () => {
    const { mirror, agree, move, pulsesOf } = layMirror();
    agree(0);
    mirror.arrange([{ source: "partner", partner: 0 }]);
    move(0);
    expect(pulsesOf()).toEqual([0, 0, 0, 0]);
  });
});

describe("a pair", () => {
  it("the leader's onsets are the follower's pulses, with an expiry, and nobody else's", () => {
    const { mirror, agree, move, band, pulsesOf, clock } = layMirror();
    agree(0, 1, 2);
    mirror.arrange(PAIR);
    move(0, { lateMicros: 30_000 });
    move(1);
    move(2);
    expect(pulsesOf()).toEqual([0, 1, 0, 0]);
    expect(band(1).pulses[0]?.expiresMicros).toBe(clock.nowMicros() + 170_000);
    expect(band(1).pulses[0]?.strength).toBeLessThanOrEqual(96);
  });

  it("swaps, and only whoever leads is asked to tell", () => {
    const { mirror, agree, move, pulsesOf, band, entries } = layMirror();
    agree(0, 1);
    mirror.arrange(PAIR);
    mirror.arrange([{ source: "partner", partner: 1 }]);
    move(0);
    move(1);
    expect(pulsesOf()).toEqual([1, 0, 0, 0]);
    expect([band(0).leads, band(1).leads]).toEqual([[true, false], [true]]);
    expect(entries.flatMap((entry) => (entry.kind === "mirror" ? [entry.routes] : []))).toEqual([
      [{ leader: 0, follower: 1 }],
      [{ leader: 1, follower: 0 }],
    ]);
  });

  it.each([
    { member: 0, use: "felt-by-others" },
    { member: 1, use: "feel-others" },
  ] as const)("ends at once when a consent is taken back: %j", (taken) => {
    const { mirror, agree, move, pulsesOf, band } = layMirror();
    agree(0, 1);
    mirror.arrange(PAIR);
    mirror.obey({ ...taken, given: false });
    move(0);
    expect(pulsesOf()).toEqual([0, 0, 0, 0]);
    expect(band(0).leads).toEqual([true, false]);
    expect(mirror.view().missing).toEqual([taken]);
  });

  it("has its leader told again after their link came back", () => {
    const { mirror, agree, band } = layMirror();
    agree(0, 1);
    mirror.arrange(PAIR);
    band(0).say({ kind: "state", state: "no-signal" });
    band(0).say({ kind: "state", state: "ready" });
    expect(band(0).leads).toEqual([true, true]);
  });

  it("leaves whoever has stopped their band alone", () => {
    const { mirror, agree, move, band, pulsesOf } = layMirror();
    agree(0, 1);
    mirror.arrange(PAIR);
    band(1).say({ kind: "wearer", action: "stop", wearerCap: 255 });
    move(0);
    expect(pulsesOf()).toEqual([0, 0, 0, 0]);
    band(1).say({ kind: "wearer", action: "resume", wearerCap: 255 });
    move(0);
    expect(pulsesOf()).toEqual([0, 1, 0, 0]);
  });
});

describe("what reaches a wrist", () => {
  it.each([
    ["own", [0, 0, 1, 0]],
    ["none", [0, 0, 0, 0]],
    ["beat", [0, 0, 0, 0]],
    ["partner", [0, 0, 1, 0]],
    ["group", [0, 0, 1, 0]],
  ] as const)("of Chen, who chose %s and has Ada for a partner", (source, pulses) => {
    const { mirror, agree, move, pulsesOf, clock } = layMirror();
    agree(0, 2);
    mirror.arrange([undefined, undefined, { source: "beat", partner: 0 }]);
    mirror.choose(2, source, "host");
    move(source === "own" ? 2 : 0);
    clock.advanceBy(1_000_000);
    move(3); // who did not agree to be felt
    expect(pulsesOf()).toEqual(pulses);
    expect(mirror.view().wrists[2]).toBe(source);
  });

  it("of whoever rests or listens: nothing, whatever they chose", () => {
    const { mirror, agree, move, pulsesOf } = layMirror();
    agree(0, 1);
    mirror.choose(1, "group", "host");
    mirror.arrange([{ source: "beat", partner: 1 }, undefined]);
    move(0);
    expect(pulsesOf()).toEqual([0, 0, 0, 0]);
  });

  it("of a circle: the leader reaches all who agreed, and whose consent is missing is named", () => {
    const { mirror, agree, move, pulsesOf } = layMirror();
    agree(0, 1, 2);
    mirror.arrange([undefined, ...[1, 2, 3].map(() => ({ source: "partner", partner: 0 }) as const)]);
    move(0);
    expect(pulsesOf()).toEqual([0, 1, 1, 0]);
    expect(mirror.view().missing).toEqual([{ member: 3, use: "feel-others" }]);
  });

  it("is kept, with where it was chosen", () => {
    const { mirror, entries } = layMirror();
    mirror.choose(1, "own", "band");
    expect(entries).toEqual([expect.objectContaining({ kind: "wrist", member: 1, source: "own", by: "band" })]);
  });
});

describe("what becomes of an onset", () => {
  const paired = () => {
    const laid = layMirror();
    laid.agree(0, 1);
    laid.mirror.arrange(PAIR);
    return { ...laid, outcomes: () => laid.entries.flatMap((e) => (e.kind === "mirrored" ? [e.outcome] : [])) };
  };

  it("played: the delay is from the onset to the motor's command, by the session clock", () => {
    const { mirror, move, band, clock, entries } = paired();
    move(0, { lateMicros: 20_000 });
    const onMicros = sessionMicros(clock.nowMicros() + 35_000);
    band(1).say({
      kind: "pulse",
      onMicros,
      plannedMicros: onMicros,
      durationMicros: 60_000,
      pulseIndex: 0xffff_ffff,
      revision: 0,
      strength: 90,
    });
    expect(entries.at(-1)).toMatchObject({
      kind: "mirrored",
      leader: 0,
      follower: 1,
      outcome: "played",
      delayMicros: 55_000,
    });
    expect(mirror.view().routes).toEqual([
      { leader: 0, follower: 1, played: 1, leftOut: 0, withheld: 0, medianDelayMicros: 55_000 },
    ]);
  });

  it("late: what would come after its expiry is not sent", () => {
    const { move, pulsesOf, outcomes } = paired();
    move(0, { lateMicros: 200_000 });
    expect(outcomes()).toEqual(["late"]);
    expect(pulsesOf()).toEqual([0, 0, 0, 0]);
  });

  it.each([
    [new BandError("refused", "", AckResult.tooLate), "late"],
    [new BandError("too-late", ""), "late"],
    [new BandError("refused", "", AckResult.withheld), "withheld"],
    [new BandError("refused", "", AckResult.stoppedByWearer), "withheld"],
    [new BandError("no-answer", ""), "unheard"],
    [new BandError("closed", ""), "unheard"],
  ] as const)("as the follower's band says (%o)", async (error, outcome) => {
    const { move, band, outcomes } = paired();
    band(1).answer = () => Promise.reject(error);
    move(0);
    await settle();
    expect(outcomes()).toEqual([outcome]);
  });

  it("thinned: whoever shakes wildly is felt 3 times a second at most, evenly, and counted", () => {
    const { move, clock, band, outcomes } = paired();
    const sentAt: number[] = [];
    for (let i = 0; i < 60 * 5.5; i++) {
      const before = band(1).pulses.length;
      move(0);
      if (band(1).pulses.length > before) sentAt.push(clock.nowMicros());
      clock.advanceBy(1e6 / 5.5);
    }
    expect(sentAt.length).toBeLessThanOrEqual(60 * 3 + 6);
    const gaps = sentAt.slice(1).map((t, i) => t - (sentAt[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(180_000);
    expect(Math.max(...gaps)).toBeLessThan(600_000);
    expect(outcomes().filter((outcome) => outcome === "thinned").length).toBe(60 * 5.5 - sentAt.length);
  });
});
