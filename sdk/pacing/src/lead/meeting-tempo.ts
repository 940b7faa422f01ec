/** Tempi within about this share of their own people take up without being asked to. */
const REACH_SHARE = 0.08;
/** Another tempo is worth a change where so many more could take it up. */
const WORTH_MORE = 0.5;

/**
 * Where to meet people who have come apart: the tempo, among theirs, that most of them could take up from where they are,
 * seen through a Gaussian kernel of the width of people's reach.
 *
 * @param tempiHz - one a member
 * @returns undefined where the present tempo does about as well
 */
export const meetingTempoHz = (tempiHz: readonly number[], presentHz: number): number | undefined => {
  const support = (atHz: number): number =>
    tempiHz.reduce((sum, tempoHz) => sum + Math.exp(-0.5 * (Math.log(tempoHz / atHz) / REACH_SHARE) ** 2), 0);
  let best = support(presentHz) + WORTH_MORE;
  let meetingHz: number | undefined;
  for (const tempoHz of tempiHz) {
    const found = support(tempoHz);
    if (found > best) [best, meetingHz] = [found, tempoHz];
  }
  return meetingHz;
};
