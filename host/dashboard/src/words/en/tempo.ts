/** The tempo and the ways to change it. */
export const tempo = {
  "tempo.perMinute": "{count} a minute",
  "tempo.unit": "beats a minute",
  "tempo.group": "Tempo, {bpm} beats a minute",
  "tempo.slower": "slower by {step}",
  "tempo.faster": "faster by {step}",
  "tempo.refused": "the tempo was refused",
} as const;
