import { BLEND_MICROS, blendInto, blendShare } from "./blend.ts";
import type { Body } from "./body.ts";
import { createPose } from "./pose.ts";

/** Somebody who may be another from a moment on. */
export interface ChangeableBody extends Body {
  /** @param next - whose life begins at `tMicros`, no earlier than any time that was asked about */
  become(next: Body, tMicros: number): void;
}

/** Until they become another they are the body that they were made of, to the last bit. */
export const createChangeable = (first: Body): ChangeableBody => {
  let now = first;
  let before: Body | undefined;
  let tChangeMicros = -Infinity;
  const beside = createPose();
  const at = (tMicros: number): Body => (before !== undefined && tMicros < tChangeMicros ? before : now);
  const body: ChangeableBody = {
    get kind() {
      return now.kind;
    },
    poseAt(tMicros, out = createPose()) {
      if (before === undefined) return now.poseAt(tMicros, out);
      before.poseAt(tMicros, out);
      if (tMicros < tChangeMicros) return out;
      now.poseAt(tMicros, beside);
      blendInto(out, beside, blendShare(tMicros, tChangeMicros));
      // Whoever looks back does so by a few cycles; until then the one before is needed.
      if (tMicros > tChangeMicros + LOOKED_BACK_MICROS) before = undefined;
      return out;
    },
    phaseAt: (tMicros) => at(tMicros).phaseAt(tMicros),
    tempoHzAt: (tMicros) => at(tMicros).tempoHzAt(tMicros),
    feelPulse(tMicros) {
      now.feelPulse(tMicros);
    },
    hearOnset(from, tMicros) {
      now.hearOnset(from, tMicros);
    },
    onOnset: undefined,
    become(next, tMicros) {
      now.onOnset = undefined;
      before = now;
      now = next;
      tChangeMicros = tMicros;
      listen();
    },
  };
  const listen = (): void => {
    now.onOnset = (tMicros) => body.onOnset?.(tMicros);
  };
  listen();
  return body;
};

const LOOKED_BACK_MICROS = 20 * BLEND_MICROS;
