/**
 * What every file in this folder that a board is named after offers. The build picks one of them for `#board`.
 */
export interface BoardApi {
  readonly BOARD_ID: string;
  /** Bits of `Capability`. */
  readonly CAPABILITIES: number;
  readonly AXES: 3 | 6;
  readonly ACCEL_SCALE_G: number;
  /** g in one step of the readings that it sums up for a bridge. */
  readonly AIR_UNIT_G: number;
  readonly GYRO_SCALE_DPS: number;
  /** Pairs of strength and lag in µs, the strongest first. */
  readonly MOTOR_LAGS: readonly number[];
  /** Pulses closer together are thinned; 0 = never. */
  readonly MIN_INTERVAL_MICROS: number;
  /** Low on this pin is motor off, with or without the interpreter. */
  readonly OFF_PIN: Pin;
  /** Where there is none, {@link startTaps} tells of double taps instead. */
  readonly HAS_BUTTON: boolean;
  readonly BUTTON_PIN: Pin;
  /** For how long a driver brakes its motor before its pin falls. */
  readonly BRAKE_MILLIS: number;
  /** {@link drivenMillis} may be more than it is given. */
  readonly STRETCHES_PULSES: boolean;
  /** How long a pulse asked for must be driven, where strength is made by duration or a motor must spin up. */
  readonly drivenMillis: (millis: number, strength: number) => number;
  /** Motor on. Whoever calls has armed the off before. */
  readonly driveMotor: (strength: number) => void;
  /** Motor off, or braked where the timer then switches it off. */
  readonly brakeMotor: () => void;
  /**
   * @param lend - gives a driver power for so many milliseconds, unless the motor may not be touched now
   * @returns what is wrong, for an error's detail; 0 = nothing
   */
  readonly startMotor: (lend: (millis: number) => boolean) => number;
  /**
   * Has a driver find out about its motor, and keeps the result; the motor runs for up to 350 ms, twice.
   * @returns false where there is none that could
   */
  readonly calibrateDriver: (lend: (millis: number) => boolean, onFailure: (status: number) => void) => boolean;
  /** The light that stands in for the motor. */
  readonly setLight: (level: 0 | 1) => void;
  /**
   * Starts the IMU. `emit` takes samples as the wire wants them: raw little-endian bytes. It is called when `canSend`,
   * which is when there is credit for it and no pulse near; without, only where samples would be lost otherwise.
   * A board that needs its samples itself takes them whenever no pulse is near (`isQuiet`). `onWrongChip` is told what answered in the chip's place.
   */
  readonly startImu: (
    canSend: () => boolean,
    emit: (bytes: Uint8Array, count: number, tFirstMicros: number, tLastMicros: number) => void,
    onWrongChip: (whoAmI: number) => void,
    isQuiet: () => boolean,
  ) => void;
  /** Has the accelerometer take its samples with all its bandwidth, or as always. */
  readonly setWideband: (isWide: boolean) => void;
  /** Calls back at each double tap on the band. */
  readonly startTaps: (onDoubleTap: () => void) => void;
  /** Whether its chip can tell of movement onsets; where not, {@link senseOnsets} does nothing. */
  readonly CAN_LEAD: boolean;
  /**
   * Has the chip notice blows to the arm, or no longer; at most one in `MIN_ONSET_INTERVAL_MILLIS` is told, with a
   * function that reads the force just now, in g, squared: 1 at rest.
   */
  readonly senseOnsets: (isOn: number, onOnset: (tMicros: number, readStrength: () => number) => void) => void;
  readonly HAS_SCREEN: boolean;
  /** Calls back when somebody touches the screen. */
  readonly startScreen: (onTouch: () => void) => void;
  /** Shows a state of `BandState` and the wearer's cap. */
  readonly show: (state: number, wearerCap: number) => void;
  readonly batteryPercent: () => number;
  readonly startWatchdog: () => void;
  readonly onText: (callback: (text: string) => void) => void;
  readonly writeLine: (text: string) => void;
}
