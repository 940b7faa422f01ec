/** The protocol that this package speaks. A host and a band that differ say so and part. */
export const PROTOCOL_VERSION = 1;

/** How a command ended, in an ack. */
export const AckResult = {
  ok: 0,
  /** No start before a plan of that revision and a clock map. */
  notReady: 1,
  /** A number outside what the protocol allows; nothing was changed. */
  badValue: 2,
  /** The wearer has stopped this band; only the wearer resumes it. */
  stoppedByWearer: 3,
  /** It came after its expiry. */
  tooLate: 4,
  /** The safety envelope forbids it now (duty, battery). */
  withheld: 5,
  /** The band does not know this command. */
  unknown: 6,
} as const;

/** What a band is doing. */
export const BandState = {
  resting: 0,
  playing: 1,
  fading: 2,
  stoppedByWearer: 3,
  lowBattery: 4,
  ownRhythm: 5,
} as const;

/** What a wearer did, in a wearerEvent. */
export const WearerAction = { stop: 1, resume: 2, dim: 3, tap: 4, manner: 5, ownRhythm: 6 } as const;

/** How pulses reach the wearer, from the strongest to the gentlest. The wearer goes through them on the band. */
export const Manner = { motor: 0, quiet: 1, light: 2 } as const;

/** Steps of a calibration. */
export const CalibrateStep = {
  /** Samples as they always are. */
  end: 0,
  /** The accelerometer takes its samples with all its bandwidth, so that they show the motor's own vibration. */
  wideband: 1,
  /** The motor's driver calibrates itself: the motor runs for up to 350 ms. */
  driver: 2,
} as const;

/** Why a band reports an error. */
export const BandErrorCode = { exception: 1, imu: 2, battery: 3, sessionTimer: 4, linkQuiet: 5, motor: 6 } as const;

/** Bits of `hello.capabilities`. */
export const Capability = {
  motor: 1,
  accelerometer: 2,
  gyroscope: 4,
  button: 8,
  light: 16,
  doubleTap: 32,
  movementOnset: 64,
} as const;
