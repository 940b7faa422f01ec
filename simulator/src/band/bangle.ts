import { sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import { INSTRUCTIONS_PER_MICRO, type InterpreterCost } from "./cost.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Kx023Chip } from "./kx023-chip.ts";

interface AccelSample {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Espruino's `Bangle` object, as far as the firmware uses it: it polls the accelerometer and reports each reading. */
export const createBangle = (
  scheduler: Scheduler,
  interpreter: Interpreter,
  chip: Kx023Chip,
  cost: InterpreterCost,
): object => {
  const listeners: ((sample: AccelSample) => void)[] = [];
  const reading = new Float64Array(3);
  // The watch's own setting until the firmware asks for more.
  let pollMicros = 80_000;
  const poll = (): void => {
    scheduler.at(sessionMicros(scheduler.nowMicros() + pollMicros), () => {
      poll();
      chip.read(scheduler.nowMicros(), reading);
      const [x = 0, y = 0, z = 0] = reading;
      interpreter.post(() => {
        interpreter.spend(cost.dispatch / INSTRUCTIONS_PER_MICRO);
        for (const listener of listeners) listener({ x, y, z });
        interpreter.spend(cost.accelSample / INSTRUCTIONS_PER_MICRO);
      });
    });
  };
  poll();
  return {
    accelWr: (register: number, value: number) => {
      chip.write(register, value);
    },
    setPollInterval: (millis: number) => {
      pollMicros = millis * 1_000;
    },
    setOptions: () => undefined,
    on: (event: string, callback: (sample: AccelSample) => void) => {
      if (event === "accel") listeners.push(callback);
    },
  };
};
