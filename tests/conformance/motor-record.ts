import { MAX_ON_MILLIS_IN_WINDOW, MAX_PULSE_MILLIS } from "@entrain/protocol";
import { expect } from "vitest";
import type { BandUnderTest, MotorSpan } from "./band-under-test.ts";
import type { Wire } from "./wire.ts";

// What a motor did, seen from outside, and what of it is within the limits.

const WINDOW_MICROS = 10e6;

export const spansOf = (wire: Wire): readonly MotorSpan[] => wire.band.motorSpans?.() ?? [];

export const isMotorOn = (wire: Wire): boolean => spansOf(wire).some(({ offMicros }) => offMicros === undefined);

/** Spans that ended after a time; one that lasts ends now. */
const spansAfter = (wire: Wire, tMicros: number): readonly Required<MotorSpan>[] =>
  spansOf(wire)
    .map(({ onMicros, offMicros }) => ({ onMicros, offMicros: offMicros ?? wire.now() }))
    .filter(({ offMicros }) => offMicros > tMicros);

const lengthMicros = ({ onMicros, offMicros = NaN }: MotorSpan): number => offMicros - onMicros;

export const longestMicros = (wire: Wire, tFromMicros = -Infinity): number =>
  Math.max(0, ...spansAfter(wire, tFromMicros).map(lengthMicros));

/** How long after a time the pulse that was on then ended; 0 where none was. */
export const endedAfterMicros = (wire: Wire, tMicros: number): number => {
  const on = spansAfter(wire, tMicros).find(({ onMicros }) => onMicros <= tMicros);
  return on === undefined ? 0 : (on.offMicros ?? NaN) - tMicros;
};

/** How long after a time the motor was last on. */
export const lastOnAfterMicros = (wire: Wire, tMicros: number): number =>
  Math.max(0, ...spansAfter(wire, tMicros).map(({ offMicros }) => (offMicros ?? NaN) - tMicros));

/** The longest from one pulse's end to the beginning of the next, after a time. */
export const longestPauseMicros = (wire: Wire, tMicros: number): number => {
  const spans = spansAfter(wire, tMicros);
  return Math.max(0, ...spans.slice(1).map(({ onMicros }, i) => onMicros - (spans[i]?.offMicros ?? NaN)));
};

/** The most that the motor was on in any ten seconds, and how many pulses were a part of that. */
const mostInWindow = (spans: readonly MotorSpan[]): readonly [micros: number, pulses: number] => {
  let most: readonly [number, number] = [0, 0];
  let first = 0;
  spans.forEach(({ offMicros: tEnd = NaN }, last) => {
    while ((spans[first]?.offMicros ?? Infinity) <= tEnd - WINDOW_MICROS) first++;
    let sum = 0;
    for (let i = first; i <= last; i++) {
      const { onMicros = NaN, offMicros = NaN } = spans[i] ?? {};
      sum += offMicros - Math.max(onMicros, tEnd - WINDOW_MICROS);
    }
    if (sum > most[0]) most = [sum, last - first + 1];
  });
  return most;
};

/** Every pulse and every ten seconds from a time on within the limits, as far as edges can be seen. */
export const expectWithinLimits = (wire: Wire, what = "", tFromMicros = -Infinity): void => {
  const { edgeMicros } = wire.band;
  expect(longestMicros(wire, tFromMicros), what).toBeLessThanOrEqual(MAX_PULSE_MILLIS * 1e3 + edgeMicros);
  const [onMicros, pulses] = mostInWindow(spansAfter(wire, tFromMicros));
  expect(onMicros, what).toBeLessThanOrEqual(MAX_ON_MILLIS_IN_WINDOW * 1e3 + edgeMicros * pulses);
};

/** A measured figure, where whoever runs the tests sees it. */
export const tell = ({ name }: BandUnderTest, what: string, micros: number, boundMicros: number): void => {
  const millis = (each: number): string => (each / 1e3).toFixed(1);
  process.stdout.write(`${name}: ${what}: ${millis(micros)} ms (bound ${millis(boundMicros)})\n`);
};
