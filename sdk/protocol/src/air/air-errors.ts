/** Why an advert is counted and skipped. */
export const AIR_ERRORS = ["too-short", "too-long", "wrong-group", "bad-length", "unknown-kind", "bad-value"] as const;
export type AirError = (typeof AIR_ERRORS)[number];
