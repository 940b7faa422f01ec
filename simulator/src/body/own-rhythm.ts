import type { Body } from "./body.ts";
import { FOLLOWS_NOTHING } from "./following.ts";
import { buildMover, type MoverOpts } from "./mover.ts";

/** SD of the slow wander of the tempo of somebody moving by themselves. */
const WANDER_SD_RATIO = 0.03;

/** Somebody who moves to a rhythm of their own: pulses and others pass by, and the tempo wanders a little. */
export const createOwnRhythm = (opts: Omit<MoverOpts, "following">): Body =>
  buildMover("own-rhythm", {
    ...opts,
    following: FOLLOWS_NOTHING,
    steadiness: { wanderSdRatio: WANDER_SD_RATIO, ...opts.steadiness },
  });
