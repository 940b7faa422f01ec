const TAU = 2 * Math.PI;
/** Below this the others point nowhere in common. */
const MIN_RESULTANT = 1e-3;

/**
 * A member's phase against the mean phase of the others, in cycles from −½ to ½: members in step stay level however
 * fast they move. Null where the member or everybody else has none.
 */
export const relativePhaseCycles = (phaseRad: readonly (number | null)[], member: number): number | null => {
  const own = phaseRad[member];
  if (own === null || own === undefined) return null;
  let re = 0;
  let im = 0;
  let others = 0;
  phaseRad.forEach((phase, k) => {
    if (k === member || phase === null) return;
    re += Math.cos(phase);
    im += Math.sin(phase);
    others++;
  });
  if (others === 0 || Math.hypot(re, im) < MIN_RESULTANT * others) return null;
  const cycles = (own - Math.atan2(im, re)) / TAU;
  return cycles - Math.round(cycles);
};
