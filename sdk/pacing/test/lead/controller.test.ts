import { describe, expect, test } from "vitest";
import { alone, following, followingDownTo, gone, Hall, listening, still } from "./hall.ts";

const six = [100, 97, 104, 99, 101, 96].map((bpm, k) => following(bpm, 0.05 * k));
/** Ratio of the tempo after each decision to that before. */
const changes = (hall: Hall): number[] => {
  const bpms = hall.decisions.map(({ bpm }) => bpm).filter((bpm) => bpm > 0);
  return bpms.slice(1).map((bpm, i) => bpm / (bpms[i] ?? NaN));
};

describe("nothing to go by", () => {
  test("nobody there, nobody moving, nobody heard: nothing is pulsed", () => {
    for (const people of [[], [still, still], [gone], [listening]]) {
      const hall = new Hall(people, { targetBpm: 60 }).pass(120);
      expect(hall.bpm).toBe(0);
      expect(hall.reasons()).toEqual(["nobody-moves"]);
    }
  });

  test("readings that are not a number move nothing", () => {
    const broken = () => ({ state: "moving" as const, tempoHz: NaN, phaseRad: NaN });
    const hall = new Hall([broken, following(100), following(102)], { targetBpm: 80 }).pass(180);
    expect(hall.bpm).toBeCloseTo(80, 6);
    expect(hall.decisions.every(({ bpm }) => Number.isFinite(bpm))).toBe(true);
  });

  test("everybody stops in the middle: the pulse stays where it is", () => {
    let isMoving = true;
    const people = six.map(
      (person) => (seconds: number, beat: number | undefined) =>
        isMoving ? person(seconds, beat) : still(seconds, beat),
    );
    const hall = new Hall(people, { targetBpm: 60 }).pass(40);
    isMoving = false;
    const { bpm } = hall.pass(10);
    hall.pass(60);
    expect(hall.bpm).toBe(bpm);
    expect(hall.decisions.at(-1)?.reason).toBe("nobody-moves");
    isMoving = true;
    expect(hall.pass(200).bpm).toBeCloseTo(60, 6);
  });
});

describe("a group that stays with the pulse", () => {
  const hall = new Hall(six, { targetBpm: 60, mostPercentPerBar: 4 }).pass(240);

  test("is joined at its own tempo, led to the target, and held there", () => {
    expect(hall.decisions.find(({ reason }) => reason === "attuned")?.bpm).toBeCloseTo(99.5, 0);
    expect(hall.bpm).toBeCloseTo(60, 6);
    expect(hall.reasons().at(-1)).toBe("target-reached");
    expect(hall.controller.state.phase).toBe("hold");
  });

  test("never faster than the limit that was set", () => {
    for (const ratio of changes(hall)) expect(Math.abs(Math.log(ratio))).toBeLessThanOrEqual(Math.log1p(0.04) + 1e-9);
  });

  test("is told why in words, with the figures behind them", () => {
    const step = hall.last("stays-with-pulse");
    expect(step?.words).toMatch(
      /^The group stays with the pulse: [\d.]+ beats? a minute slower from the next bar \(6 of 6 with it\)\.$/,
    );
    expect(step?.facts).toMatchObject({ moving: 6, withPulse: 6 });
  });

  test("comes to the same decisions from the same readings", () => {
    const again = new Hall(
      [100, 97, 104, 99, 101, 96].map((bpm, k) => following(bpm, 0.05 * k)),
      { targetBpm: 60, mostPercentPerBar: 4 },
    ).pass(240);
    expect(again.decisions).toEqual(hall.decisions);
  });
});

describe("the target", () => {
  test("may be a change of the group's own tempo", () => {
    expect(new Hall(six, { changePercent: -25 }).pass(240).bpm).toBeCloseTo(0.75 * 99.5, 0);
  });

  test("may be faster", () => {
    expect(new Hall(six, { targetBpm: 130 }).pass(240).bpm).toBeCloseTo(130, 6);
  });

  test("is never beyond the slowest tempo that was set", () => {
    expect(new Hall(six, { changePercent: -60, slowestBpm: 70 }).pass(240).bpm).toBeCloseTo(70, 6);
  });
});

describe("who counts", () => {
  test("one person alone is a group of one", () => {
    const hall = new Hall([following(110)], { targetBpm: 80 }).pass(200);
    expect(hall.bpm).toBeCloseTo(80, 6);
    expect(hall.last("stays-with-pulse")?.words).toMatch(/^This person stays with the pulse/);
  });

  test("those at rest, without a signal, and with a rhythm of their own hold nobody up", () => {
    const others = [still, gone, listening, alone(131)];
    const hall = new Hall([...six, ...others], { targetBpm: 60 }).pass(300);
    expect(hall.bpm).toBeCloseTo(60, 6);
  });

  test("half and double time are with the pulse", () => {
    const people = [following(100), following(102), following(99, 0, 0.5), following(101, 0.2, 2)];
    const hall = new Hall(people, { targetBpm: 70 }).pass(240);
    expect(hall.decisions.find(({ reason }) => reason === "attuned")?.bpm).toBeCloseTo(100.5, 0);
    expect(hall.bpm).toBeCloseTo(70, 6);
    expect(hall.last("stays-with-pulse")?.facts).toMatchObject({ moving: 4, withPulse: 4 });
  });
});

describe("a group that does not stay with the pulse", () => {
  test("is not led at all while nobody takes up the pulse", () => {
    const hall = new Hall([84, 97, 112, 128].map(alone), { targetBpm: 60 }).pass(240);
    expect(hall.controller.state.phase).toBe("attune");
    expect(hall.bpm).toBeGreaterThan(80);
  });

  test("is gone back to, and not left behind", () => {
    const people = [100, 97, 104, 99, 101, 96].map((bpm) => followingDownTo(80, bpm));
    const hall = new Hall(people, { targetBpm: 60 }).pass(400);
    expect(hall.reasons()).toContain("eases-back");
    expect(hall.last("eases-back")?.words).toMatch(
      /^Some came away from the pulse: it goes back towards them, \d+ beats? a minute faster/,
    );
    expect(hall.bpm).toBeGreaterThan(75);
  });
});

describe("letting go", () => {
  const release = (people: Parameters<typeof following>[0][], drift: (k: number) => number): Hall => {
    let silentFrom = Infinity;
    const hall: Hall = new Hall(
      people.map((bpm, k) => {
        const follows = following(bpm);
        return (seconds, beat) => {
          const member = follows(seconds, beat);
          const since = Math.max(0, seconds - silentFrom);
          return since === 0
            ? member
            : { ...member, phaseRad: (member.phaseRad ?? 0) + 2 * Math.PI * drift(k) * since };
        };
      }),
      { targetBpm: 90, holdSeconds: 10, fadeBars: 4, releaseSeconds: 20 },
    );
    for (let s = 0; s < 200; s++) {
      hall.pass(1);
      if (silentFrom === Infinity && hall.decisions.at(-1)?.strengthShare === 0) silentFrom = s + 8;
    }
    return hall;
  };

  test("fades bar by bar to silence, then says that the group kept together", () => {
    const hall = release([100, 98, 102], () => 0.02);
    const fades = hall.decisions.filter(({ reason }) => reason === "let-go").map(({ strengthShare }) => strengthShare);
    expect(fades).toEqual([0.75, 0.5, 0.25, 0]);
    expect(hall.decisions.at(-1)).toMatchObject({ phase: "ended", reason: "kept-together" });
    expect(hall.decisions.at(-1)?.words).toBe("Without the pulse 3 of 3 kept together for 20 s.");
  });

  test("says where they came apart", () => {
    const hall = release([100, 98, 102, 99], (k) => 0.04 * k);
    expect(hall.decisions.at(-1)).toMatchObject({ phase: "ended", reason: "came-apart" });
  });

  test("can be asked for at any moment, and nothing is decided after the end", () => {
    const hall = new Hall(six, { targetBpm: 60 }).pass(40);
    hall.controller.letGo();
    hall.pass(90);
    expect(hall.controller.state.phase).toBe("ended");
    const { length } = hall.decisions;
    expect(hall.pass(60).decisions.length).toBe(length);
  });
});
