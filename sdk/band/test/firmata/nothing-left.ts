import { expect, vi } from "vitest";
import type { Table } from "./bench.ts";

/** No port, no timer of the session clock, none of the platform's (vitest's fake timers must be on: they count them). */
export const expectNothingLeft = ({ clock, transport }: Table): void => {
  expect(transport.isOpen).toBe(false);
  expect(clock.nextDueMicros()).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
};
