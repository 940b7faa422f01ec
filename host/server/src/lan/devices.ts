import { createHash } from "node:crypto";
import type { InvitedRole } from "./pairing-codes.ts";

/** A day with the group, and no longer. */
export const JOINED_LASTS_MS = 12 * 3600 * 1000;
export const MOST_DEVICES = 16;
const TOKEN_BYTES = 32;

export interface Device {
  readonly id: number;
  readonly role: InvitedRole;
  /** As it was called when it joined. */
  readonly name: string;
}

export interface DevicesOpts {
  readonly nowMs: () => number;
  readonly randomBytes: (count: number) => Buffer;
}

interface Joined extends Device {
  readonly untilMs: number;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Who has joined. Only hashes of tokens are kept; all of them end with the program. */
export class Devices {
  readonly #opts: DevicesOpts;
  readonly #byHash = new Map<string, Joined>();
  #lastId = 0;

  constructor(opts: DevicesOpts) {
    this.#opts = opts;
  }

  get full(): boolean {
    this.#forgetOld();
    return this.#byHash.size >= MOST_DEVICES;
  }

  list(): readonly Device[] {
    this.#forgetOld();
    return [...this.#byHash.values()].map(({ id, role, name }) => ({ id, role, name }));
  }

  /** Returns the token that the device shows from now on. */
  admit(role: InvitedRole, name: string): string {
    const token = this.#opts.randomBytes(TOKEN_BYTES).toString("base64url");
    this.#byHash.set(hashOf(token), {
      id: (this.#lastId += 1),
      role,
      name,
      untilMs: this.#opts.nowMs() + JOINED_LASTS_MS,
    });
    return token;
  }

  find(token: string): Device | undefined {
    this.#forgetOld();
    return this.#byHash.get(hashOf(token));
  }

  /** False where there is no such device. */
  remove(id: number): boolean {
    const found = [...this.#byHash].find(([, device]) => device.id === id);
    return found !== undefined && this.#byHash.delete(found[0]);
  }

  #forgetOld(): void {
    const nowMs = this.#opts.nowMs();
    for (const [hash, { untilMs }] of this.#byHash) if (nowMs >= untilMs) this.#byHash.delete(hash);
  }
}
