/**
 * A seeded source of randomness. Whoever needs chance is handed one, so that the same seed gives the same bytes.
 */
export interface Random {
  /** Uniform on [0, 1), 32 bits of it. */
  readonly uniform: () => number;
  /** Normal with mean 0 and standard deviation 1. */
  readonly normal: () => number;
  /**
   * An independent stream, fixed by this one's seed and the label alone: neither what was drawn before nor which other
   * forks exist changes it, so that adding one consumer never changes another. The same label gives the same stream.
   */
  readonly fork: (label: string) => Random;
}
