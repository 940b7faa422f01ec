import { clockCases, measureClocks } from "../../sdk/time/test/accuracy.ts";
import type { Row } from "./row.ts";
import { quantile } from "./statistics.ts";

const SEEDS = 40;

const millis = (micros: number): string => {
  const value = micros / 1e3;
  return value.toFixed(value < 1 ? 2 : 1);
};
const target = ([contact, holdover]: readonly [number, number]): string =>
  `≤ ${millis(contact)} ms, ≤ 1 %, ≤ ${millis(holdover)} ms (p95)`;

/** How well clocks are known behind links of each kind, simulated; how honest their bounds are; hold-over. */
export const benchClocks = (): readonly Row[] =>
  clockCases.map((each) => {
    const { contact, bounds, holdover, asked, outside } = measureClocks(each, SEEDS);
    return {
      what: `clock over ${each.name}: error p50, p95; bound p50, beyond it; ten minutes later p95, worst`,
      value: `${millis(quantile(contact, 0.5))}, ${millis(quantile(contact, 0.95))} ms; ${millis(quantile(bounds, 0.5))} ms, ${((100 * outside) / asked).toFixed(2)} %; ${millis(quantile(holdover, 0.95))}, ${millis(Math.max(...holdover))} ms`,
      ...(each.targetMicros && { target: target(each.targetMicros) }),
    };
  });
