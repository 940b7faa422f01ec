import { expect, it } from "vitest";
import { PLACES } from "../src/placement.ts";
import { ofType, readCircuit } from "./copper/circuit.ts";
import { copperOf } from "./copper/copper.ts";
import { gap, rectangle } from "./copper/shape.ts";

const copper = copperOf(readCircuit());

const pad = (name: string) => {
  const found = copper.find(({ pins }) => pins.includes(name));
  if (found === undefined) throw new Error(`no pad ${name}`);
  return found.shape;
};

it("the driver's capacitors stand beside its pins", () => {
  expect(gap(pad("C2.1"), pad("U2.VDD"))).toBeLessThan(2);
  expect(gap(pad("C3.1"), pad("U2.REG"))).toBeLessThan(2);
  expect(gap(pad("C1.1"), pad("U2.VDD"))).toBeLessThan(4);
});

it("no copper lies beneath the module's antenna, which is at its end away from USB", () => {
  const antenna = rectangle({ x: PLACES.U1.x, y: PLACES.U1.y - 8 }, 12, 5);
  for (const { shape, pins } of copper) expect(gap(shape, antenna), pins.join()).toBeGreaterThan(0);
});

it("no copper of the top touches the bare pads on the module's underside", () => {
  // Seeed's footprint: NFC beside the antenna, four of the debugger beneath the USB connector.
  const bare = [
    [3.78, -9.24, 1.1, 2.5],
    [5.69, -9.24, 1.1, 2.5],
    [-1.3, 8.57, 1.7, 1.7],
    [1.24, 8.57, 1.7, 1.7],
    [-1.3, 6.03, 1.7, 1.7],
    [1.24, 6.03, 1.7, 1.7],
  ].map(([x = 0, y = 0, width = 0, height = 0]) =>
    rectangle({ x: PLACES.U1.x + x, y: PLACES.U1.y + y }, width, height),
  );
  for (const { shape, layers, pins } of copper)
    if (layers.includes("top")) for (const there of bare) expect(gap(shape, there), pins.join()).toBeGreaterThan(0.15);
});

it("the module's edge with USB is the board's, so that a plug meets the connector", () => {
  const [board] = ofType(readCircuit(), "pcb_board");
  expect(PLACES.U1.y + 10.5).toBeCloseTo((board?.height ?? 0) / 2, 6);
});
