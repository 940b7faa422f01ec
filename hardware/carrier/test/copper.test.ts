import { describe, expect, it } from "vitest";
import { NETS, UNUSED_PINS } from "../src/nets.ts";
import { ofType, readCircuit, type Element } from "./copper/circuit.ts";
import { faults } from "./copper/compare.ts";
import { copperOf } from "./copper/copper.ts";
import { islandsOf, leastClearance } from "./copper/islands.ts";
import { area, contains, disc, gap } from "./copper/shape.ts";

/** mm; what low-cost makers of boards ask for (0.127), and a little more. */
const MIN_CLEARANCE = 0.15;
const MIN_WIDTH = 0.15;
const MIN_RING = 0.13;
const MIN_DRILL = 0.3;
const MIN_TO_EDGE = 0.25;

const circuit = readCircuit();
const islands = islandsOf(copperOf(circuit));

const without = (drop: (element: Element) => boolean): string[] =>
  faults(islandsOf(copperOf(circuit.filter((element) => !drop(element)))), NETS, UNUSED_PINS);

describe("the copper of the carrier", () => {
  it("connects every net, and nothing else", () => {
    expect(faults(islands, NETS, UNUSED_PINS)).toEqual([]);
  });

  it("has no pad that stands in neither list, and no loose copper", () => {
    const listed = new Set<string>([...Object.values(NETS).flat(), ...UNUSED_PINS]);
    const strays = islands.filter(({ pieces }) => !pieces.some(({ pins }) => pins.some((pin) => listed.has(pin))));
    // Only the four feet that hold the slide switch are no pins.
    expect(strays.flatMap(({ pieces }) => pieces)).toHaveLength(4);
    const padsListed = copperOf(circuit).filter(({ pins }) => pins.some((pin) => listed.has(pin)));
    expect(padsListed).toHaveLength(listed.size);
  });

  it("would not be let through with a trace missing, or one too many", () => {
    const trace = ofType(circuit, "pcb_trace").find(({ route }) => route.some(({ layer }) => layer === "bottom"));
    expect(without((element) => element === trace)).not.toEqual([]);
    expect(without(({ type }) => type === "pcb_copper_pour")).toContainEqual(
      expect.stringMatching(/^GND: in \d+ pieces/),
    );
    const bridge: Element = {
      type: "pcb_trace",
      route: [-4.08, -1.54].map((y) => ({ route_type: "wire", x: -7.83, y, width: 0.2, layer: "top" })),
    };
    expect(faults(islandsOf(copperOf([...circuit, bridge])), NETS, UNUSED_PINS)).toContain("SCL: touches SDA");
  });

  it("keeps its distances", () => {
    expect(leastClearance(islands)).toBeGreaterThanOrEqual(MIN_CLEARANCE);
    for (const { route } of ofType(circuit, "pcb_trace"))
      for (const point of route) if (point.route_type === "wire") expect(point.width).toBeGreaterThanOrEqual(MIN_WIDTH);
    for (const hole of [...ofType(circuit, "pcb_via"), ...ofType(circuit, "pcb_plated_hole")]) {
      expect(hole.hole_diameter).toBeGreaterThanOrEqual(MIN_DRILL);
      expect((hole.outer_diameter - hole.hole_diameter) / 2).toBeGreaterThanOrEqual(MIN_RING);
    }
  });

  it("keeps away from the edge and from holes that are not plated", () => {
    const { outline } = ofType(circuit, "pcb_board")[0] ?? { outline: [] };
    const inside = area([outline]);
    const edge = { ...inside, isFilled: false };
    const bores = ofType(circuit, "pcb_hole").map((hole) => disc(hole, hole.hole_diameter / 2));
    expect(bores).toHaveLength(2);
    for (const { shape, layers } of copperOf(circuit)) {
      expect(shape.edges.every(([a]) => contains(inside, a))).toBe(true);
      expect(gap(shape, edge)).toBeGreaterThanOrEqual(MIN_TO_EDGE);
      for (const bore of bores) expect(gap(shape, bore), layers.join()).toBeGreaterThanOrEqual(MIN_CLEARANCE);
    }
  });
});
