import type { Lane } from "./lane.ts";

/** Both directions of a link. */
export interface Lanes {
  readonly toHost: Lane;
  readonly toDevice: Lane;
}

/** Decides when waiting bytes travel, and in what packets: the medium. */
export interface Carrier {
  /** Bytes wait on a lane. */
  accepted(lane: Lane): void;
  opened(): void;
  closed(): void;
  /** Nothing may pass before this time. */
  silenceUntil(tMicros: number): void;
}
