/**
 * What every file in this folder offers. The build picks one of them for `#board`; each is compiled against this shape
 * by a line at its end, so that a board that lacks something does not build.
 */
export interface BoardApi {
  readonly BOARD_ID: string;
  /** Bits of `Capability`. */
  readonly CAPABILITIES: number;
  readonly AXES: 3 | 6;
  readonly ACCEL_SCALE_G: number;
  readonly GYRO_SCALE_DPS: number;
  readonly MOTOR_LAG_MICROS: number;
  /** Pulses closer together are thinned; 0 = never. */
  readonly MIN_INTERVAL_MICROS: number;
  /** Low on this pin is motor off, with or without the interpreter. */
  readonly OFF_PIN: Pin;
  readonly BUTTON_PIN: Pin;
  /** How long a pulse asked for must be driven, where strength is made by duration. */
  readonly drivenMillis: (millis: number, strength: number) => number;
  /** Motor on. Whoever calls has armed the off before. */
  readonly driveMotor: (strength: number) => void;
  readonly startMotor: () => void;
  /**
   * Starts the IMU. `emit` takes samples as the wire wants them: raw little-endian bytes. It is called when `canSend`,
   * which is when there is credit for it and no pulse near; without, only where samples would be lost otherwise.
   */
  readonly startImu: (
    canSend: () => boolean,
    emit: (bytes: Uint8Array, count: number, tFirstMicros: number, tLastMicros: number) => void,
  ) => void;
  readonly batteryPercent: () => number;
  readonly startWatchdog: () => void;
  readonly onText: (callback: (text: string) => void) => void;
  readonly writeLine: (text: string) => void;
}
