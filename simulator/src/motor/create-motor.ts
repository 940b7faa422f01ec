import { FELT_G } from "@entrain/boards";
import { sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import type { Random } from "../random/index.ts";
import { createApproach } from "./approach.ts";
import { createDriveLedger, type DrivenSpan } from "./drive-ledger.ts";
import type { MotorModel } from "./motor-model.ts";
import { createShakeDirection } from "./shake-direction.ts";

/** A vibration that never fell below this share of it is still the same one. */
const SAME_ABOVE = 0.5;
/** Below this share of full state a motor counts as standing. */
const STANDSTILL = 0.05;

/** What {@link createMotor} takes. */
export interface MotorOpts {
  readonly model: MotorModel;
  readonly random: Random;
  /** Amplitude at which a pulse is felt, g. Default 0.1. */
  readonly feltThresholdG?: number;
  /**
   * Ground truth: a pulse was felt from `tMicros` on; `strength` is the level driven then. With a scheduler it is told at
   * that moment; without, as soon as the motor is next asked or told anything at that time or later.
   */
  readonly onFelt?: (tMicros: number, strength: number) => void;
  readonly scheduler?: Scheduler;
}

/** A vibration motor on the sensor's circuit board. All times are true time. */
export interface Motor {
  readonly kind: MotorModel["kind"];
  /** Drives at `level`, 0 (off) to 1, from `tMicros` on. Times in order. */
  setDrive(tMicros: number, level: number): void;
  isDriven(): boolean;
  /** Acceleration of the shaken sensor at a time, g, into `out`; length 3. Sampling slower than it shakes aliases it. */
  vibrationG(tMicros: number, out: Float64Array): void;
  /** Amplitude of the shaking at a time, g. */
  envelopeG(tMicros: number): number;
  /** Everything it was told to do. */
  readonly drivenSpans: readonly DrivenSpan[];
}

/** A motor at rest. */
export const createMotor = ({ model, random, feltThresholdG = FELT_G, onFelt, scheduler }: MotorOpts): Motor => {
  const ledger = createDriveLedger();
  const state = createApproach();
  const direction = createShakeDirection(random, model.isRotating);
  const feltState = model.stateOfG(feltThresholdG);
  const sameState = model.stateOfG(SAME_ABOVE * feltThresholdG);
  let isFelt = false;
  let tMovesMicros = -Infinity;
  let tFeltMicros: number | undefined;
  let cancel: Cancel | undefined;

  const tellUpTo = (tMicros: number): void => {
    if (tFeltMicros === undefined || tFeltMicros > tMicros) return;
    const tOnsetMicros = tFeltMicros;
    tFeltMicros = undefined;
    isFelt = true;
    onFelt?.(tOnsetMicros, ledger.level);
  };
  const expectFelt = (): void => {
    cancel?.();
    tFeltMicros = isFelt ? undefined : state.risesThroughMicros(feltState);
    const tDueMicros = tFeltMicros;
    if (tDueMicros !== undefined)
      cancel = scheduler?.at(sessionMicros(tDueMicros), () => {
        tellUpTo(tDueMicros);
      });
  };

  return {
    kind: model.kind,
    setDrive(tMicros, level) {
      tellUpTo(tMicros);
      const before = ledger.level;
      ledger.set(tMicros, level);
      if (level === before) return;
      const stateNow = state.at(tMicros);
      const target = model.steadyState(level);
      if (stateNow < sameState) isFelt = false;
      if (before === 0 && stateNow < STANDSTILL) tMovesMicros = tMicros + model.deadMicros;
      // A strength that changes before anything moves does not make it wait anew.
      const tStartMicros = target > 0 ? Math.max(tMicros, tMovesMicros) : tMicros;
      state.aim(tStartMicros, target, target > stateNow ? model.riseTauMicros : model.fallTauMicros);
      expectFelt();
    },
    isDriven: () => ledger.level > 0,
    vibrationG(tMicros, out) {
      tellUpTo(tMicros);
      const amplitudeG = model.amplitudeG(state.at(tMicros));
      const cycles = model.idleHz * (tMicros / 1e6) + model.stateHz * state.integralS(tMicros);
      direction(amplitudeG, cycles, out);
    },
    envelopeG: (tMicros) => model.amplitudeG(state.at(tMicros)),
    drivenSpans: ledger.spans,
  };
};
