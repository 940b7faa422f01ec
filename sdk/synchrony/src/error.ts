/** Everything that a caller can do wrong. Bad samples are not among it: those are repaired or counted. */
export type SynchronyErrorCode = "bad-option" | "bad-member" | "bad-array" | "bad-window";

/** Message form: 'expected X, found Y, at Z'. */
export class SynchronyError extends Error {
  readonly code: SynchronyErrorCode;

  constructor(code: SynchronyErrorCode, expected: string, found: unknown, at: string) {
    super(`expected ${expected}, found ${String(found)}, at ${at}`);
    this.name = "SynchronyError";
    this.code = code;
  }
}
