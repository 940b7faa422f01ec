/** A list as people say it: 'Ada, Ben and Cleo'. */
export const listOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Movement tempo, as beats a minute. */
export const perMinute = (tempoHz: number): string => `${String(Math.round(tempoHz * 60))} a minute`;

/** A score of −1 to 1 as a whole number of hundred; below chance is no less than chance. */
export const ofHundred = (value: number): string => String(Math.round(Math.min(1, Math.max(0, value)) * 100));
