/** What is said of one person. */
export const member = {
  "people.label": "People",
  "member.resting": "resting",
  "member.connecting": "connecting",
  "member.noSignal": "no signal",
  "member.finding": "finding the rhythm",
  "member.ownRhythm": "own rhythm",
  "member.moving": "moving",
  "member.withPulse": "with the pulse",
  "member.score": "score with the pulse",
  "member.lowBattery": "low battery, {percent}\u00a0%",
} as const;
