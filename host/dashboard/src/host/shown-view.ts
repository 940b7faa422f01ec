import type { SessionView } from "@entrain/session";

/** Words that change more often cannot be read, and a screen reader would never come to an end. */
const WORDS_EVERY_MICROS = 250_000;

/** Whether the words on the page should follow this view now. The ring follows each one; what someone waits for, at once. */
export const isDue = (shown: SessionView | undefined, view: SessionView): boolean =>
  shown === undefined ||
  Math.abs(view.tMicros - shown.tMicros) >= WORDS_EVERY_MICROS ||
  view.playing !== shown.playing ||
  view.pacer.bpm !== shown.pacer.bpm ||
  view.recording?.state !== shown.recording?.state ||
  view.replay?.state !== shown.replay?.state ||
  view.way?.revision !== shown.way?.revision ||
  view.stop.state !== shown.stop.state ||
  view.stop.unconfirmed.join() !== shown.stop.unconfirmed.join();
