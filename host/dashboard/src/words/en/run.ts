/** The running screen, and what is seen on the wall. */
export const run = {
  "looks.label": "How this is looked at",
  "looks.scores": "Scores",
  "looks.large": "Large",
  "looks.pictures": "Pictures",
  "looks.projector": "For the wall",
  "projector.title": "Moving together",
  "spoken.label": "Words of the text",
  "mirror.label": "Mirroring",
  "mirror.feels": "{follower} feels {leader}",
  "mirror.delay": "{millis} ms later",
  "mirror.noDelay": "no movement yet",
  "mirror.wantsFelt": "{name} has not agreed to be felt.",
  "mirror.wantsFeel": "{name} has not agreed to feel others.",
  "mirror.swap": "Swap",
} as const;
