import type { Manner } from "@entrain/simulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionView } from "../src/index.ts";
import { command, readyRoom, type Room } from "./room.ts";

const BPM = 96;
const SECONDS = 110;
/** What comes before is how a score begins. */
const SETTLED_S = 35;

const PERSONAS = ["keen", "shy", "own-rhythm", "busy", "still", "half-time", "comes-and-goes", "follows"] as const;

type Member = SessionView["reading"]["members"][number];

let room: Room;
let seen: readonly SessionView[];

const of = (persona: Manner): readonly Member[] => {
  const index = PERSONAS.findIndex((each) => each === persona);
  return seen.flatMap(({ reading }) => reading.members[index] ?? []);
};
const share = (members: readonly Member[], is: (member: Member) => boolean): number =>
  members.filter(is).length / members.length;
const inState =
  (state: Member["state"]) =>
  (member: Member): boolean =>
    member.state === state;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const withPulse = ({ withPacer }: Member): boolean => withPacer === true;

describe("what is scored of each persona, over minutes", () => {
  beforeAll(async () => {
    room = await readyRoom({
      cast: PERSONAS.map((manner) => ({ name: manner, gesture: "drum", manner })),
      bpm: BPM,
      recorded: false,
      boards: "xiao-sense",
      seed: 5,
    });
    await command(room, { kind: "start" });
    await room.pass(SECONDS);
    const from = (room.views[0]?.tMicros ?? 0) + SETTLED_S * 1e6;
    seen = room.views.filter(({ tMicros }) => tMicros >= from);
  }, 120_000);

  afterAll(() => room.close());

  it("keen: moves with the pulse nearly all the time, and larger than others", () => {
    expect(share(of("keen"), inState("ok"))).toBeGreaterThan(0.95);
    expect(share(of("keen"), withPulse)).toBeGreaterThan(0.8);
    const size = (persona: Manner): number => mean(of(persona).map(({ amplitudeG }) => amplitudeG));
    expect(size("keen")).toBeGreaterThan(1.1 * size("follows"));
    expect(size("shy")).toBeLessThan(0.5 * size("follows"));
  });

  it("shy: small, and with the pulse all the same", () => {
    expect(share(of("shy"), inState("ok"))).toBeGreaterThan(0.9);
    expect(share(of("shy"), withPulse)).toBeGreaterThan(0.6);
  });

  it("own rhythm: moves steadily, at another tempo, and is never said to be with the pulse", () => {
    expect(share(of("own-rhythm"), inState("ok"))).toBeGreaterThan(0.9);
    expect(share(of("own-rhythm"), withPulse)).toBeLessThan(0.05);
    const tempi = of("own-rhythm").flatMap(({ tempoHz }) => tempoHz ?? []);
    expect(Math.abs((60 * mean(tempi)) / BPM - 1)).toBeGreaterThan(0.05);
  });

  it("busy: hardly ever rests, and is seldom with the pulse", () => {
    expect(share(of("busy"), inState("still"))).toBeLessThan(0.05);
    expect(share(of("busy"), withPulse)).toBeLessThan(0.3);
    expect(share(of("busy"), inState("ok"))).toBeLessThan(share(of("follows"), inState("ok")));
  });

  it("still: rests, whatever the own motor shakes", () => {
    expect(share(of("still"), inState("still"))).toBe(1);
  });

  it("half-time: one movement to two pulses", () => {
    expect(share(of("half-time"), inState("ok"))).toBeGreaterThan(0.9);
    const tempi = of("half-time").flatMap(({ tempoHz }) => tempoHz ?? []);
    expect((60 * mean(tempi)) / BPM).toBeCloseTo(0.5, 1);
    expect(share(of("half-time"), withPulse)).toBeLessThan(0.05);
  });

  it("comes and goes: moves for a while, rests for a while, and comes back", () => {
    const members = of("comes-and-goes");
    expect(share(members, inState("ok"))).toBeGreaterThan(0.3);
    expect(share(members, inState("still"))).toBeGreaterThan(0.08);
    const lastRest = members.findLastIndex(inState("still"));
    const firstRest = members.findIndex(inState("still"));
    expect(members.slice(firstRest, lastRest).some(inState("ok")) || members.slice(lastRest).some(inState("ok"))).toBe(
      true,
    );
  });

  it("somebody who follows rests from now on, and then follows again", { timeout: 60_000 }, async () => {
    const index = PERSONAS.indexOf("follows");
    const now = (): Member["state"] | undefined => room.session.view().reading.members[index]?.state;
    expect(now()).toBe("ok");
    room.world.setManner(index, "still");
    expect(room.world.mannerOf(index)).toBe("still");
    // The slow part of a large movement is forgotten in about twelve seconds.
    await room.pass(16);
    expect(now()).toBe("still");
    room.world.setManner(index, "keen");
    await room.pass(20);
    expect(now()).toBe("ok");
  });
});
