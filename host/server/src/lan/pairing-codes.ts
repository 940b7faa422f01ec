import type { Role } from "../role.ts";

/** A code can be typed within this, and not after. */
export const CODE_LASTS_MS = 120_000;
/** Wrong guesses that a code outlives: with a million codes, five guesses find one in 200,000 times. */
export const MOST_GUESSES = 5;
const CODES = 1_000_000;
const DIGITS = 6;

/** The roles that a code can give: the machine itself stays alone with its own. */
export type InvitedRole = Exclude<Role, "host">;

export interface PairingCode {
  /** Six digits. */
  readonly code: string;
  readonly role: InvitedRole;
  readonly untilMs: number;
}

export interface PairingCodesOpts {
  readonly nowMs: () => number;
  /** A whole number from 0 to below `under`, that nobody can guess. */
  readonly randomInt: (under: number) => number;
}

/**
 * One code at a time, for one device: used once, gone after two minutes or five wrong guesses, whoever made them.
 *
 * @example
 * const codes = new PairingCodes({ nowMs: () => 0, randomInt: () => 42 });
 * codes.issue("viewer").code; // "000042"
 * codes.redeem("000042"); // "viewer"
 * codes.redeem("000042"); // undefined: it was used
 */
export class PairingCodes {
  readonly #opts: PairingCodesOpts;
  #open: PairingCode | undefined;
  #guesses = 0;

  constructor(opts: PairingCodesOpts) {
    this.#opts = opts;
  }

  /** Ends the code before it. */
  issue(role: InvitedRole): PairingCode {
    const code = String(this.#opts.randomInt(CODES)).padStart(DIGITS, "0");
    this.#guesses = 0;
    this.#open = { code, role, untilMs: this.#opts.nowMs() + CODE_LASTS_MS };
    return this.#open;
  }

  /** The role that the code gives, or undefined where it gives none. */
  redeem(code: string): InvitedRole | undefined {
    const open = this.#open;
    if (open === undefined) return undefined;
    if (this.#opts.nowMs() >= open.untilMs) {
      this.#open = undefined;
      return undefined;
    }
    if (code === open.code) {
      this.#open = undefined;
      return open.role;
    }
    this.#guesses += 1;
    if (this.#guesses >= MOST_GUESSES) this.#open = undefined;
    return undefined;
  }
}
