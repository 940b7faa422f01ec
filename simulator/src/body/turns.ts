import type { Random } from "../random/index.ts";
import { blendInto, blendShare } from "./blend.ts";
import type { Body } from "./body.ts";
import { createPose } from "./pose.ts";

/** Shortest and longest, seconds; each time evenly between. */
export type Seconds = readonly [least: number, most: number];

export interface TurnsOpts {
  /** What they do first, and come back to. It goes on unseen: they have not forgotten the beat. */
  readonly main: Body;
  /** What they do in between. */
  readonly other: Body;
  readonly mainSeconds: Seconds;
  readonly otherSeconds: Seconds;
  readonly tStartMicros: number;
  readonly random: Random;
}

/** Changes kept: far more than the few seconds that anybody looks back. */
const REMEMBERED = 8;

/** Somebody who does one thing for a while, then another, and comes back. */
export const createTurns = ({ main, other, random, ...opts }: TurnsOpts): Body => {
  const lengthMicros = (isOther: boolean): number => {
    const [least, most] = isOther ? opts.otherSeconds : opts.mainSeconds;
    return 1e6 * (least + (most - least) * random.uniform());
  };
  /** When it changed, the newest last: to `other` where the number of the change is odd. */
  const changes: number[] = [];
  let made = 0;
  let tNext = opts.tStartMicros + lengthMicros(false);
  const advance = (tMicros: number): void => {
    while (tMicros >= tNext) {
      changes.push(tNext);
      if (changes.length > REMEMBERED) changes.shift();
      made++;
      tNext += lengthMicros(made % 2 === 1);
    }
  };
  /** How much of the other there is, [0, 1]. */
  const otherShare = (tMicros: number): number => {
    advance(tMicros);
    let number = made;
    for (let k = changes.length - 1; k >= 0; k--, number--) {
      const tChange = changes[k] ?? 0;
      if (tMicros < tChange) continue;
      const share = blendShare(tMicros, tChange);
      return number % 2 === 1 ? share : 1 - share;
    }
    return number % 2;
  };
  const beside = createPose();
  const body: Body = {
    kind: main.kind,
    poseAt(tMicros, out = createPose()) {
      main.poseAt(tMicros, out);
      other.poseAt(tMicros, beside);
      const share = otherShare(tMicros);
      if (share > 0) blendInto(out, beside, share);
      return out;
    },
    phaseAt: (tMicros) => (otherShare(tMicros) < 0.5 ? main.phaseAt(tMicros) : undefined),
    tempoHzAt: (tMicros) => (otherShare(tMicros) < 0.5 ? main.tempoHzAt(tMicros) : undefined),
    feelPulse(tMicros) {
      main.feelPulse(tMicros);
    },
    hearOnset(from, tMicros) {
      main.hearOnset(from, tMicros);
    },
    onOnset: undefined,
  };
  main.onOnset = (tMicros) => {
    if (otherShare(tMicros) < 0.5) body.onOnset?.(tMicros);
  };
  return body;
};
