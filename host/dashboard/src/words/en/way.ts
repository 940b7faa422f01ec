/** The way through a session: what its screens are called. */
export const way = {
  "screen.home": "Begin",
  "screen.group": "Our group",
  "screen.bands": "Bands",
  "screen.preview": "Feel it first",
  "screen.reflect": "Look back",
} as const;
