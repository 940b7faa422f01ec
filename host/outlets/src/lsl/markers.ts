import type { SentView } from "../sent-view.ts";

/** What changed from one view to the next, as markers: `play`, `rest`, `tempo 96`, `verdict in-sync`. */
export const newMarkers = (before: SentView | undefined, now: SentView): readonly string[] => [
  ...(before?.playing === now.playing ? [] : [now.playing ? "play" : "rest"]),
  ...(before?.bpm === now.bpm ? [] : [`tempo ${String(now.bpm)}`]),
  ...(before?.group.verdict === now.group.verdict ? [] : [`verdict ${now.group.verdict}`]),
];
