import type { SessionView } from "@entrain/session";

/** A way out of this program for what a session publishes. Off unless somebody asked for it. */
export interface Outlet {
  /** What it sends, and where to: one line for a person. */
  readonly description: string;
  /** Sends one published view. Never throws: whoever listens must not be able to disturb a session. */
  send(view: SessionView): void;
  /** How many views could not be sent. */
  failures(): number;
  close(): Promise<void>;
}

/** Whether a member agreed that their movement is sent on to other programs. Index as in the view. */
export type MaySend = (member: number) => boolean;
