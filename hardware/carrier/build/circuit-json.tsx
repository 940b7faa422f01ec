import type { AnyCircuitElement } from "circuit-json";
import { Circuit } from "tscircuit";
import { Carrier } from "../board/carrier.tsx";

/** Sums of decimal fractions end in bits that mean nothing, and that differ from one processor to another. */
const rounded = (_key: string, value: unknown): unknown => {
  if (typeof value !== "number") return value;
  return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(9));
};

/**
 * Renders the board.
 *
 * @throws Error where tscircuit finds fault with it
 */
export const renderCarrier = async (): Promise<AnyCircuitElement[]> => {
  const circuit = new Circuit();
  circuit.add(<Carrier />);
  await circuit.renderUntilSettled();
  const elements = circuit.getCircuitJson();
  const faults = elements.filter(({ type }) => type.endsWith("_error"));
  if (faults.length > 0) throw new Error(`Expected a board without faults, found ${JSON.stringify(faults)}`);
  const kept = elements.filter(({ type }) => !type.endsWith("_warning"));
  return JSON.parse(JSON.stringify(kept, rounded)) as AnyCircuitElement[];
};
