/** How far a press of STOP has come. */
export type StopAsk =
  | { readonly kind: "idle" }
  | { readonly kind: "sending" }
  /** The host has it; views later than this know of it. */
  | { readonly kind: "delivered"; readonly tMicros: number }
  | { readonly kind: "undelivered" };

/** After this the page says that a stop did not get through; it has been tried several times by then. */
export const GIVE_UP_AFTER_MS = 10_000;
export const TRY_AGAIN_MS = 400;
