/** What makes a bench band pulse. */
export interface BenchMotor {
  /** Whether a pulse ends by itself though the host dies in the middle of it. */
  readonly endsByItself: boolean;
  /** The shortest time between two pulses. */
  readonly minIntervalMicros: number;
  /** A pulse lasts at least so long, whatever was asked for. */
  readonly leastMillis: number;
  /** Plays one pulse. @param strength - 1 to 255 @returns for how long the motor is driven, ms, as far as is known */
  pulse(strength: number, millis: number): number;
  off(): void;
}

/** How a bench band's motor hangs on its Arduino. */
export type BenchMotorOpts =
  | {
      readonly kind: "drv2605l";
      readonly actuator: "erm" | "lra";
      /** The Arduino's pin at the driver's EN; undefined: tied high, as on most breakout boards. */
      readonly enablePin?: number;
    }
  | {
      /** A motor behind a transistor. It keeps its last level when the host dies. */
      readonly kind: "pwm";
      readonly pin: number;
      /** Somebody has read that, and will not wear it. */
      readonly benchOnly: boolean;
    };
