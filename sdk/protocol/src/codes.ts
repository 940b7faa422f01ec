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
export const BandState = { resting: 0, playing: 1, fading: 2, stoppedByWearer: 3, lowBattery: 4 } as const;

/** What a wearer did, in a wearerEvent. */
export const WearerAction = { stop: 1, resume: 2, dim: 3, tap: 4 } as const;

/** Why a band reports an error. */
export const BandErrorCode = { exception: 1, imu: 2, battery: 3, sessionTimer: 4, linkQuiet: 5, motor: 6 } as const;

/** Bits of `hello.capabilities`. */
export const Capability = { motor: 1, accelerometer: 2, gyroscope: 4, button: 8, light: 16 } as const;
