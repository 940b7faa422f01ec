import type { SessionView } from "@entrain/session";
import { isOnRing } from "../words/member-words.ts";
import { TAU } from "./angle.ts";
import { eased, followPhase } from "./follow.ts";

/** People walk between their seat and the ring. */
const WALK_S = 0.25;

export interface Walker {
  readonly phaseRad: number;
  /** 0 at the seat or gone, 1 on the ring or at full length. */
  readonly share: number;
}

/** What the ring shows at one instant. */
export interface RingPicture {
  readonly members: readonly Walker[];
  /** `share` is the order parameter. */
  readonly mean: Walker;
  readonly pacer: Walker;
}

export const EMPTY_RING: RingPicture = {
  members: [],
  mean: { phaseRad: 0, share: 0 },
  pacer: { phaseRad: 0, share: 0 },
};

const walk = (
  from: Walker | undefined,
  to: { readonly phaseRad: number | undefined; readonly tempoHz: number; readonly share: number },
  ageS: number,
  dtS: number,
): Walker => {
  const share = from === undefined ? to.share : from.share + (to.share - from.share) * eased(dtS, WALK_S);
  if (to.phaseRad === undefined) return { phaseRad: from?.phaseRad ?? 0, share };
  // Who comes onto the ring comes at their phase, without a run around it.
  const start = from === undefined || from.share < 0.02 ? to.phaseRad : from.phaseRad;
  return { phaseRad: followPhase(start, to.phaseRad, to.tempoHz, ageS, dtS), share };
};

/**
 * The next picture from the last.
 *
 * @param ageS since the view arrived
 * @param dtS since the last picture
 */
export const nextPicture = (last: RingPicture, view: SessionView, ageS: number, dtS: number): RingPicture => {
  const { reading, bands, pacer } = view;
  const bandOf = new Map(bands.map((band) => [band.member, band]));
  const members = reading.members.map((member, k) => {
    const on = isOnRing(member, bandOf.get(k));
    const to = { phaseRad: on ? member.phaseRad : undefined, tempoHz: member.tempoHz ?? 0, share: on ? 1 : 0 };
    return walk(last.members[k], to, ageS, dtS);
  });
  const { meanPhaseRad, orderParameter, tempoHz = 0 } = reading.group;
  const share = meanPhaseRad === undefined ? 0 : Math.min(1, orderParameter ?? 0);
  const beatRad = pacer.beat === undefined ? undefined : TAU * (pacer.beat - Math.floor(pacer.beat));
  return {
    members,
    mean: walk(last.mean, { phaseRad: meanPhaseRad, tempoHz, share }, ageS, dtS),
    pacer: walk(
      last.pacer,
      { phaseRad: beatRad, tempoHz: pacer.bpm / 60, share: beatRad === undefined ? 0 : 1 },
      ageS,
      dtS,
    ),
  };
};

/** Seen from the group, or from the pulse where there is no group: then only who moves apart moves. */
export const standing = (picture: RingPicture): RingPicture => {
  const fromRad = picture.mean.share > 0 ? picture.mean.phaseRad : picture.pacer.phaseRad;
  const turned = (walker: Walker): Walker => ({ ...walker, phaseRad: walker.phaseRad - fromRad });
  return { members: picture.members.map(turned), mean: turned(picture.mean), pacer: turned(picture.pacer) };
};
