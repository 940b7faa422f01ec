import type { Arrival } from "../host/use-host.ts";
import { paintRing } from "./paint.ts";
import { readColours } from "./ring-colours.ts";
import { EMPTY_RING, nextPicture, standing } from "./ring-motion.ts";

/** Twice a second is still, beside a ring that turns. */
const STILL_EVERY_MS = 500;
/** After a hidden tab comes back. */
const MAX_STEP_S = 0.5;

/** Paints the newest view at display rate until told to end; slowly, and without turning, where less motion is wanted. */
export const runRing = (
  element: HTMLCanvasElement,
  newest: { readonly current: Arrival | undefined },
  only?: number,
): (() => void) => {
  const canvas = element.getContext("2d");
  if (canvas === null) return () => undefined;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let colours = readColours(element);
  let picture = EMPTY_RING;
  let paintedMs = performance.now();
  let request = 0;
  const recolour = (): void => {
    colours = readColours(element);
  };
  const paint = (nowMs: number): void => {
    request = requestAnimationFrame(paint);
    if (still.matches && nowMs - paintedMs < STILL_EVERY_MS) return;
    const sizePx = element.clientWidth;
    const scale = devicePixelRatio;
    if (element.width !== Math.round(sizePx * scale)) element.width = element.height = Math.round(sizePx * scale);
    canvas.setTransform(scale, 0, 0, scale, 0, 0);
    const arrival = newest.current;
    if (arrival !== undefined) {
      const ageS = Math.max(0, nowMs - arrival.atMs) / 1000;
      picture = nextPicture(picture, arrival.view, ageS, Math.min(MAX_STEP_S, (nowMs - paintedMs) / 1000));
    }
    paintRing(canvas, sizePx, still.matches ? standing(picture) : picture, colours, only);
    paintedMs = nowMs;
  };
  dark.addEventListener("change", recolour);
  request = requestAnimationFrame(paint);
  return () => {
    cancelAnimationFrame(request);
    dark.removeEventListener("change", recolour);
  };
};
