import { TAU, wrapRad } from "./angle.ts";

/** Long enough to hide the jitter of 25 views a second, short beside any movement. */
const EASE_S = 0.06;
/** A view older than this says nothing of now: what it showed stands still. */
export const LOOK_AHEAD_S = 0.2;

/** Share of the way to a target that is gone in dtS; the same path at any display rate. */
export const eased = (dtS: number, easeS: number): number => 1 - Math.exp(-dtS / easeS);

/**
 * The phase to draw next: it runs on at the tempo, and the error against the newest view fades. At a steady tempo it has
 * no lag; that is why it looks ahead and does not delay.
 *
 * @param shownRad phase drawn last, before dtS
 * @param viewRad phase in the newest view, which is ageS old
 */
export const followPhase = (shownRad: number, viewRad: number, tempoHz: number, ageS: number, dtS: number): number => {
  const runs = ageS < LOOK_AHEAD_S ? dtS : 0;
  const ahead = wrapRad(shownRad + TAU * tempoHz * runs);
  const target = viewRad + TAU * tempoHz * Math.min(ageS, LOOK_AHEAD_S);
  return wrapRad(ahead + wrapRad(target - ahead) * eased(dtS, EASE_S));
};
