import { expect, test } from "vitest";
import { laneRadius, pointAt, ringGeometry, seatRad } from "../src/ring/geometry.ts";
import { cornersOf, markOf } from "../src/ring/marks.ts";
import { EMPTY_RING, nextPicture, standing } from "../src/ring/ring-motion.ts";
import { ringWords } from "../src/words/ring-words.ts";
import { bandWith, memberIn, memberWith, viewWith } from "./views.ts";

test("phase 0 is at the top and time runs clockwise", () => {
  const at = (rad: number) => {
    const { x, y } = pointAt({ x: 0, y: 0 }, 1, rad);
    return [x, y].map((v) => Math.round(v * 1e9) / 1e9 + 0);
  };
  expect([at(0), at(Math.PI / 2), at(Math.PI)]).toEqual([
    [0, -1],
    [1, 0],
    [0, 1],
  ]);
});

test.each([0, 1, 2, 6, 12, 13, 30])("%d people fit into the square, and no two seats touch", (people) => {
  for (const sizePx of [240, 380, 560, 1000]) {
    const geometry = ringGeometry(sizePx, people);
    expect(geometry.seatRadius + geometry.markRadius).toBeLessThanOrEqual(sizePx / 2);
    expect(geometry.ringRadius + geometry.markRadius).toBeLessThan(geometry.seatRadius - geometry.markRadius * 0.62);
    expect(laneRadius(geometry, people - 1)).toBeGreaterThan(sizePx / 5);
    if (people < 2) continue;
    const [a, b] = [0, 1].map((k) => pointAt(geometry.centre, geometry.seatRadius, seatRad(k, people)));
    const apart = Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
    expect(apart).toBeGreaterThan(2 * geometry.markRadius * 0.62);
  }
});

test("thirty people have thirty different marks", () => {
  const marks = Array.from({ length: 30 }, (_, k) => JSON.stringify(markOf(k)));
  expect(new Set(marks).size).toBe(30);
});

test("shapes are told apart by their outlines, not by colour alone", () => {
  const outlines = Array.from({ length: 6 }, (_, shape) => JSON.stringify(cornersOf(shape)));
  expect(new Set(outlines).size).toBe(6);
});

test("whoever is not ok goes to their seat, and comes back at their phase", () => {
  const moving = viewWith({ members: [memberWith({ phaseRad: 2, tempoHz: 0 })] });
  const resting = viewWith({ members: [memberIn("still")] });
  let picture = nextPicture(EMPTY_RING, moving, 0, 0.016);
  expect(picture.members).toEqual([{ phaseRad: 2, share: 1 }]);
  for (let k = 0; k < 200; k++) picture = nextPicture(picture, resting, 0, 0.016);
  expect(picture.members[0]?.share).toBeLessThan(0.001);
  picture = nextPicture(picture, viewWith({ members: [memberWith({ phaseRad: -1, tempoHz: 0 })] }), 0, 0.016);
  expect(picture.members[0]?.phaseRad).toBeCloseTo(-1, 9);
});

test("the line has the length of the order parameter, and none without a mean phase", () => {
  const group = { verdict: "in-sync", orderParameter: 0.8, meanPhaseRad: 1 } as const;
  expect(nextPicture(EMPTY_RING, viewWith({ group }), 0, 10).mean.share).toBeCloseTo(0.8, 9);
  const without = nextPicture(EMPTY_RING, viewWith({ group: { verdict: "in-sync", orderParameter: 0.8 } }), 0, 10);
  expect(without.mean.share).toBe(0);
});

test("the standing picture keeps who is where beside whom, with the group at the top", () => {
  const walkers = [0.5, 1.5].map((phaseRad) => ({ phaseRad, share: 1 }));
  const mean = { phaseRad: 1, share: 0.9 };
  const still = standing({ members: walkers, mean, pacer: { phaseRad: 0, share: 0 } });
  expect(still.members.map(({ phaseRad }) => phaseRad)).toEqual([-0.5, 0.5]);
  expect(still.mean.phaseRad).toBe(0);
});

test("the ring in words", () => {
  const members = [memberWith(), memberWith({ name: "Ben" }), memberIn("still", { name: "Cleo" })];
  const view = viewWith({ members, playing: true, bands: [bandWith()] });
  expect(ringWords(view)).toBe(
    "Ring of movement phases: Ada and Ben. 1 beside the ring. An open circle marks the pulse.",
  );
});
