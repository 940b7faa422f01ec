import { MAX_PULSE_MILLIS, sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import type { Board, PinMode } from "johnny-five";
import { BandError } from "../../errors.ts";
import { BENCH_ONLY } from "./bench-only.ts";
import type { BenchMotor, BenchMotorOpts } from "./bench-motor.ts";

/** Firmata's own number; the enum of the types is there in types alone. */
const PWM_MODE = 3 as unknown as PinMode;
const MIN_INTERVAL_MICROS = 333_333;
/** Below it an eccentric mass does not begin to turn. */
const LEAST_LEVEL = 90;

/** @throws BandError `refused` unless it was declared to stay on the bench */
export const requireDeclared = (motor: BenchMotorOpts | undefined): void => {
  if (motor?.kind !== "pwm" || motor.benchOnly) return;
  throw new BandError(
    "refused",
    `expected a motor whose pulses end by themselves (a DRV2605L), found a bare one on pin ${String(motor.pin)}; declare it bench-only to use it all the same: ${BENCH_ONLY}`,
  );
};

/** A motor on a PWM pin: on and off by the host alone. */
export const bareMotor = (board: Board, pin: number, scheduler: Scheduler): BenchMotor => {
  board.pinMode(pin, PWM_MODE);
  let cancel: Cancel | undefined;
  const off = (): void => {
    cancel?.();
    cancel = undefined;
    board.analogWrite(pin, 0);
  };
  return {
    endsByItself: false,
    leastMillis: 0,
    minIntervalMicros: MIN_INTERVAL_MICROS,
    pulse: (strength, millis) => {
      const onMillis = Math.min(millis, MAX_PULSE_MILLIS);
      cancel?.();
      cancel = scheduler.at(sessionMicros(scheduler.nowMicros() + onMillis * 1_000), off);
      board.analogWrite(pin, LEAST_LEVEL + Math.floor(((255 - LEAST_LEVEL) * strength) / 255));
      return onMillis;
    },
    off,
  };
};
