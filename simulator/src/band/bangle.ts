import { sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import { INSTRUCTIONS_PER_MICRO, type InterpreterCost } from "./cost.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Kx023Chip } from "./kx023-chip.ts";

interface AccelSample {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly diff: number;
}

/** `Bangle`, and the wearer's finger on its screen. */
export interface SimulatedBangle {
  readonly globals: { readonly Bangle: object; readonly g: object };
  touch(): void;
  /** The lines on the screen, from the top. */
  readonly screen: readonly string[];
}

/** What drawing a screen of text takes; assumed, to be measured on a watch. */
const DRAW_MICROS = 40_000;

/** Espruino's `Bangle` object, as far as the firmware uses it: it polls the accelerometer and reports each reading. */
export const createBangle = (
  scheduler: Scheduler,
  interpreter: Interpreter,
  chip: Kx023Chip,
  cost: InterpreterCost,
  setBacklight: (level: number) => void,
): SimulatedBangle => {
  const listeners: ((sample: AccelSample) => void)[] = [];
  const touchListeners: (() => void)[] = [];
  const screen: string[] = [];
  const reading = new Float64Array(3);
  const before = new Float64Array(3);
  // The watch's own setting until the firmware asks for more.
  let pollMicros = 80_000;
  const poll = (): void => {
    scheduler.at(sessionMicros(scheduler.nowMicros() + pollMicros), () => {
      poll();
      if (!chip.tellsOfData()) return;
      before.set(reading);
      chip.read(scheduler.nowMicros(), reading);
      const [x = 0, y = 0, z = 0] = reading;
      const diff = Math.hypot(...reading.map((value, axis) => value - (before[axis] ?? 0)));
      interpreter.post(() => {
        interpreter.spend(cost.dispatch / INSTRUCTIONS_PER_MICRO);
        for (const listener of listeners) listener({ x, y, z, diff });
        interpreter.spend(cost.accelSample / INSTRUCTIONS_PER_MICRO);
      });
    });
  };
  poll();
  const Bangle = {
    accelWr: (register: number, value: number) => {
      chip.write(register, value);
    },
    accelRd: (register: number) => {
      interpreter.spend(cost.accelRegister / INSTRUCTIONS_PER_MICRO);
      interpreter.catchUp();
      return chip.readRegister(register, interpreter.nowMicros());
    },
    setPollInterval: (millis: number) => {
      pollMicros = millis * 1_000;
    },
    setOptions: () => undefined,
    setLocked: () => undefined,
    setLCDPower: (level: number) => {
      interpreter.outside(() => {
        setBacklight(level);
      });
    },
    on: (event: string, callback: (sample: AccelSample) => void) => {
      if (event === "accel") listeners.push(callback);
      if (event === "touch") touchListeners.push(callback as () => void);
    },
  };
  const g = {
    clear: () => {
      interpreter.spend(DRAW_MICROS);
      screen.length = 0;
    },
    setFont: () => undefined,
    drawString: (text: string) => screen.push(text),
  };
  return {
    globals: { Bangle, g },
    touch() {
      interpreter.post(() => {
        interpreter.spend(cost.dispatch / INSTRUCTIONS_PER_MICRO);
        for (const listener of touchListeners) listener();
      });
    },
    screen,
  };
};
