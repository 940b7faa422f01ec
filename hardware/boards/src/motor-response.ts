/**
 * How a vibration motor answers its drive: after a dead time its state goes from 0 towards what the drive leads to, with a
 * first-order lag. The one definition of it: a board's lags follow from it, and so does a simulated motor, from which
 * every single one differs by its tolerances. Typical figures, measured on no band.
 */
export interface MotorResponse {
  /** From a standstill nothing moves for so long. */
  readonly deadMicros: number;
  readonly riseTauMicros: number;
  readonly fallTauMicros: number;
  /** Amplitude on a wrist in full state. */
  readonly fullG: number;
  /** Amplitude goes with this power of the state: an eccentric mass's force with the square of its speed. */
  readonly power: 1 | 2;
  /** The state, 0 to 1, that a drive from 0 to 1 leads to. */
  readonly steadyState: (drive: number) => number;
}

/** A vibration is felt at this amplitude on the skin; ten times the threshold of touch near 200 Hz, so no one misses it. */
export const FELT_G = 0.1;

/** Below this drive an eccentric mass does not leave its place, … */
const STALL_DRIVE = 0.15;
/** … and just above it turns at this share of full speed: 150 Hz of 200. */
const SLOWEST = 0.72;

/** Coin motors with an eccentric mass: felt after 50 to 100 ms (Precision Microdrives, AB-028). */
export const ERM_RESPONSE: MotorResponse = {
  deadMicros: 15_000,
  riseTauMicros: 95_000,
  fallTauMicros: 60_000,
  fullG: 0.8,
  power: 2,
  steadyState: (drive) => (drive < STALL_DRIVE ? 0 : SLOWEST + (1 - SLOWEST) * drive),
};

/** Linear resonant actuators behind a driver with overdrive and braking: felt after 10 to 25 ms (TI SLOS854). */
export const LRA_RESPONSE: MotorResponse = {
  deadMicros: 9_000,
  riseTauMicros: 16_000,
  fallTauMicros: 14_000,
  fullG: 0.9,
  power: 1,
  steadyState: (drive) => drive,
};

/** The state in which a motor shakes with an amplitude, g. */
export const stateOfG = ({ power }: MotorResponse, fullG: number, amplitudeG: number): number =>
  (amplitudeG / fullG) ** (1 / power);

const STEP_MICROS = 100;

/**
 * From the command to felt, rounded to 0.1 ms; Infinity where the drive is too weak ever to be felt.
 *
 * @param drive - 0 to 1
 * @param kickMicros - driven in full for so long first
 */
export const lagMicrosOf = (response: MotorResponse, drive: number, kickMicros = 0): number => {
  const { deadMicros, riseTauMicros, steadyState } = response;
  const felt = stateOfG(response, response.fullG, FELT_G);
  /** From a state on the way to another: when it is felt. */
  const rise = (from: number, to: number): number =>
    to > felt ? riseTauMicros * Math.log((to - from) / (to - felt)) : Infinity;
  const kick = Math.max(0, kickMicros - deadMicros);
  const inKick = rise(0, steadyState(1));
  const kicked = steadyState(1) * (1 - Math.exp(-kick / riseTauMicros));
  const micros = deadMicros + (inKick <= kick ? inKick : kick + rise(kicked, steadyState(drive)));
  return Math.round(micros / STEP_MICROS) * STEP_MICROS;
};
