/** Leading: where the pulse is with the group, and why. */
export const lead = {
  "lead.label": "Follow and lead",
  "lead.attune": "attune",
  "lead.lead": "lead",
  "lead.hold": "hold",
  "lead.release": "let go",
  "lead.group": "the group",
  "lead.pulse": "the pulse",
  "lead.target": "on the way to",
  "lead.letGo": "Let go",
  "lead.why.nobody-moves": "Nobody moves now: the pulse waits.",
  "lead.why.listening": "Listening: {moving} moving.",
  "lead.why.attuned": "The group moves at {bpm} a minute: the pulse joins in there.",
  "lead.why.joined": "The pulse is at {bpm}: waiting for the group to be with it.",
  "lead.why.met": "The pulse goes to where the group is: {bpm} from the next bar ({withPulse} of {moving} with it).",
  "lead.why.stays-with-pulse":
    "The group stays with the pulse: on to {bpm} from the next bar ({withPulse} of {moving} with it).",
  "lead.why.goes-on":
    "Some keep a rhythm of their own: the others are led on gently to {bpm} ({withPulse} of {moving} with it).",
  "lead.why.trails": "The group is still catching up: the pulse waits at {bpm} ({withPulse} of {moving} with it).",
  "lead.why.some-apart": "Some have a rhythm of their own: the pulse waits at {bpm} ({withPulse} of {moving} with it).",
  "lead.why.many-apart": "Most moved away from the pulse: it goes back to {bpm} ({withPulse} of {moving} with it).",
  "lead.why.target-reached": "The group has come to {bpm}: the pulse stays there ({withPulse} of {moving} with it).",
  "lead.why.let-go": "The pulse grows softer, and lets go.",
  "lead.why.kept-together": "Without the pulse {withPulse} of {moving} kept together for {seconds} s.",
  "lead.why.came-apart":
    "Without the pulse {withPulse} of {moving} kept the rhythm for {seconds} s; the others found their own.",
} as const;
