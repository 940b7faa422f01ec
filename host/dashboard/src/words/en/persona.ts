/** How a virtual person takes part. */
export const persona = {
  "persona.label": "Takes part as",
  "persona.follows": "somebody who follows",
  "persona.keen": "keen",
  "persona.shy": "shy",
  "persona.own-rhythm": "own rhythm",
  "persona.busy": "busy with something else",
  "persona.still": "still",
  "persona.half-time": "half-time",
  "persona.double-time": "double time",
  "persona.comes-and-goes": "comes and goes",
} as const;
