/** The ring of phases. */
export const ring = {
  "ring.label": "Ring of movement phases",
  "ring.words": "Ring of movement phases: {who}.",
  "ring.nobody": "nobody yet",
  "ring.beside": "{count} beside the ring.",
  "ring.pulse": "An open circle marks the pulse.",
  "ring.caption": "Each shape is a person; once around is one movement. The line grows as they come together.",
  "ring.pulseCaption": "The open circle is the pulse.",
  "ring.stillCaption": "The ring turns with the group: only what differs moves.",
} as const;
