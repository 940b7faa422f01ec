/** Markers, notes and words that are kept. */
export const keep = {
  "keep.label": "Notes and words",
  "keep.marker": "Marker",
  "keep.markerKept": "marker kept",
  "keep.kept": "kept",
  "keep.refused": "that could not be kept",
  "keep.whose": "Whose words",
  "keep.words": "Words to keep",
  "keep.hint": "In their own words; Esc stops",
  "keep.keep": "Keep",
  "keep.myNote": "My note",
  "keep.arriving": "{name}, arriving",
  "keep.leaving": "{name}, leaving",
} as const;
