/** The tempo and the ways to change it. */
export const tempo = {
  "tempo.perMinute": "{count} a minute",
  "tempo.unit": "a minute",
  "tempo.group": "Tempo, {bpm} beats a minute",
  "tempo.slower": "slower by {step}",
  "tempo.faster": "faster by {step}",
  "tempo.refused": "the tempo was refused",
  "tempo.dial": "Tempo dial",
  "tempo.tap": "Tap",
  "tempo.tapHint": "Tap the beat a few times",
  "tempo.planned": "the pulse",
  "tempo.own": "the group",
  "tempo.label": "Tempo, beats a minute",
} as const;
