/**
 * Unasked frames go out on credit only: a transmit buffer that nobody reads stops the interpreter, motor code included.
 * Two
 * bursts and an ack fit the 256 characters that Espruino keeps for all its links, even if the host never reads again.
 */
export const MAX_CREDIT = 2;

let sent = 0;
let upTo = 0;

/** A new connection counts from nothing. */
export const resetCredit = (): void => {
  sent = 0;
  upTo = 0;
};

export const grantCredit = (total: number): void => {
  upTo = total > sent + MAX_CREDIT ? sent + MAX_CREDIT : total;
};

export const hasCredit = (): boolean => sent < upTo;

/** Takes the right to send one frame, if there is one. */
export const takeCredit = (): boolean => {
  if (sent >= upTo) return false;
  sent++;
  return true;
};
