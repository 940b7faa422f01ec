/** What the screens of the way through are called. */
export const wayWords = {
  way: "The way through",
  screens: {
    home: "Begin",
    group: "Our group",
    bands: "Bands",
    preview: "Feel it first",
    run: "Together",
    reflect: "Look back",
  },
} as const;
