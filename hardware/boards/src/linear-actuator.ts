/**
 * The linear resonant actuator of the do-it-yourself band, Vybronics VG1040003D, data sheet: the one place where firmware,
 * simulation and hardware know it from. Two settings of ours beside what the sheet says.
 */
export const linearActuator = {
  /** 170 ± 5 Hz. */
  resonanceHz: 170,
  resonanceToleranceHz: 5,
  ratedVoltsRms: 2.5,
  ratedMilliamps: 170,
  /** Full strength: what a driver at 3.3 V gives in a closed loop with room for overdrive. */
  drivenVoltsRms: 1.8,
  /** The most that it is overdriven with, peak. */
  clampVolts: 3,
} as const;
