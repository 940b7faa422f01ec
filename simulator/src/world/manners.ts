import type { Following } from "../body/following.ts";
import type { MoverOpts } from "../body/mover.ts";
import type { Seconds } from "../body/turns.ts";

/** How somebody takes part, as data. */
export interface MannerSpec {
  /** Their own tempo beside that of the group. */
  readonly tempoShare: number;
  /** SD of that from one to the next, as a share. Default .12. */
  readonly tempoSd?: number;
  /** Over what is typical; undefined: they follow nothing. `still`: no movement at all. */
  readonly following: Partial<Following> | "nothing" | "still";
  readonly vigour?: number;
  readonly steadiness?: NonNullable<MoverOpts["steadiness"]>;
  /** What they do in between, and for how long. */
  readonly turns?: { readonly to: "rest" | "fidget"; readonly mainSeconds: Seconds; readonly otherSeconds: Seconds };
}

/** Nobody whose own rhythm differs by less would be told from one who follows badly. */
const ANOTHER_TEMPO = 1.17;

/**
 * The people whom a simulation knows. A demonstration offers all of them by these names, also to change somebody into while
 * it runs.
 */
export const MANNERS = {
  /** As most adults do who are asked to. */
  follows: { tempoShare: 1, following: {} },
  /** Large, steady, quick to correct. */
  keen: { tempoShare: 1, following: { alpha: 0.4 }, vigour: 1.3, steadiness: { timekeeperSdRatio: 0.018 } },
  /** With the others, in small. */
  shy: { tempoShare: 1, following: { alpha: 0.2 }, vigour: 0.3, steadiness: { timekeeperSdRatio: 0.03 } },
  "own-rhythm": { tempoShare: ANOTHER_TEMPO, tempoSd: 0.02, following: "nothing" },
  /** Joins for a few seconds, then the hands are elsewhere. */
  busy: {
    tempoShare: 1,
    following: { alpha: 0.1 },
    turns: { to: "fidget", mainSeconds: [2, 5], otherSeconds: [3, 8] },
  },
  still: { tempoShare: 1, following: "still" },
  "half-time": { tempoShare: 1 / 2, following: { movements: 1, pulses: 2 } },
  "double-time": { tempoShare: 2, following: { movements: 2, pulses: 1 } },
  /** Takes part, rests, and comes back. */
  "comes-and-goes": {
    tempoShare: 1,
    following: {},
    turns: { to: "rest", mainSeconds: [30, 50], otherSeconds: [15, 25] },
  },
} as const satisfies Readonly<Record<string, MannerSpec>>;

export type Manner = keyof typeof MANNERS;
export const MANNER_NAMES = Object.keys(MANNERS) as readonly Manner[];
