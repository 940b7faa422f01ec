import { send } from "./frame-out.ts";

/**
 * Unasked frames go out on credit only: a transmit buffer that nobody reads stops the interpreter, motor code included.
 * Two
 * bursts and an ack fit the 256 characters that Espruino keeps for all its links, even if the host never reads again.
 */
export const MAX_CREDIT = 2;

/** While `sent < upTo`, one more may go. */
export let sent = 0;
export let upTo = 0;

/** A new connection counts from nothing. */
export const resetCredit = (): void => {
  sent = 0;
  upTo = 0;
};

export const grantCredit = (total: number): void => {
  upTo = total > sent + MAX_CREDIT ? sent + MAX_CREDIT : total;
};

/** Sends a frame that nobody asked for; callers have looked whether they may. */
export const sendUnasked = (type: number, end: number): void => {
  sent++;
  send(type, end);
};
