import type { Circle } from "../contract.ts";

/** Enough of an open session to go on with it: no name, and nothing of anybody's movement. */
export interface OpenState {
  readonly format: "entrain-open-session";
  readonly circle: Circle;
  readonly groupId?: string;
  /** Bands by member; null where there is none. */
  readonly bands: readonly (string | null)[];
  /** Members who have said yes. */
  readonly admitted: readonly number[];
  readonly playing: boolean;
  readonly bpm: number;
  readonly exercise?: { readonly name: string; readonly step: number };
  /** Where it is kept. */
  readonly recording?: { readonly sessionId: string; readonly file: string };
}

/** An exercise that goes on sooner than this after a break goes on by itself: its bands have hardly noticed. */
export const GOES_ON_WITHIN_S = 60;
/** Later than this the session is over. */
export const OVER_AFTER_S = 30 * 60;
