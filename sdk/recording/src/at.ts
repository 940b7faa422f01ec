import type { SessionMicros } from "@entrain/protocol";

/**
 * What stands in a session file: one interface for each channel. Every entry has the session time at which it was
 * appended; the order of the entries is the order in which the session knew of them, and a replay keeps it.
 */
export interface At<Kind extends string> {
  readonly kind: Kind;
  readonly tMicros: SessionMicros;
}
