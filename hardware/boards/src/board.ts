/**
 * What is known of a board, as plain data: the firmware is compiled against it, the simulator and the host read it.
 * Every figure names its source beside it; one that has not been measured on a board says so.
 */
export interface BoardFacts {
  readonly id: "banglejs2" | "xiao-sense" | "xiao-tap";
  readonly label: string;
  /** Variables that the interpreter has for everything. */
  readonly variables: number;
  readonly cpuMegahertz: number;
  readonly links: readonly ("usb" | "ble")[];
  readonly motor: MotorFacts;
  readonly imu: ImuFacts;
  /** Undefined: a double tap on the band stops it. */
  readonly button: { readonly pin: string; readonly activeHigh: true } | undefined;
  readonly espruino: EspruinoFacts;
  /** How somebody gets back to the interpreter's prompt, which the firmware takes off the wire. */
  readonly wayBack: string;
}

/** How firmware comes onto it. */
export interface EspruinoFacts {
  /** `process.env.BOARD` of the builds that run on it. */
  readonly boards: readonly string[];
  /**
   * As a watch has its apps, beside its clock; or as saved code that runs at boot: in `.bootcde`, since `.boot0` would run
   * even while the button asks for the prompt.
   */
  readonly install: "app" | "boot";
}

export interface MotorFacts {
  readonly kind: "erm" | "lra";
  /** The pin that a hardware timer pulls low to end a pulse, whatever the interpreter does. */
  readonly offPin: string;
  /**
   * From the command to what a wearer feels: pairs of strength (1 to 255) and lag in µs, by rising strength. Between them
   * it is interpolated, beyond them it is that of the nearest.
   */
  readonly lags: readonly (readonly [strength: number, lagMicros: number])[];
  /** Pulses closer together than this are thinned; 0 = never. */
  readonly minIntervalMicros: number;
}

export interface ImuFacts {
  readonly chip: "KX023" | "LSM6DS3TR-C";
  /** 3: acceleration. 6: rotation and acceleration. */
  readonly axes: 3 | 6;
  /** What the chip is asked for. Real rates are up to 8 % off: time is never inferred from it. */
  readonly nominalRateHz: number;
  readonly accelRangeG: number;
  /** g for one step of a value on the wire. */
  readonly accelScaleG: number;
  readonly gyroRangeDps: number;
  /** deg/s for one step of a value on the wire; 0 without a gyroscope. */
  readonly gyroScaleDps: number;
}
