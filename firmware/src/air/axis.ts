/**
 * The axis along which an arm moves, learnt as it goes: Oja's rule (E. Oja 1982, J. Math. Biol. 15, 267) turns it towards
 * what it is shown by how far that lies along it, which ends at the first principal component. Learning costs an
 * interpreter twice what a sample does, so that it is done now and then; all in the board's own steps.
 */

/** Mean over some seconds, which is the arm at rest: where gravity points. */
let restX = 0;
let restY = 0;
let restZ = 0;
/** As long as little is known of it, each time counts for more. */
let restShare = 1;
const SLOWEST_SHARE = 64;
/** Any direction, but none that one axis alone could miss. */
export let axisX = 1;
export let axisY = 1;
export let axisZ = 1;
/** Where the arm rests on that axis. */
export let alongRest = 0;
/** Mean square of the movement; never 0. */
let power = 0;
const POWER_SHARE = 32;

/** Ten times the share would be one g: no literal below one is exact here. */
let uprightSteps = 0;

/** @param oneG - in the board's steps */
export const startAxis = (oneG: number): void => {
  uprightSteps = oneG * 3;
};

/**
 * Whether a movement above 0 goes upwards, since gravity has a share in the axis, and sees to it that none goes downwards;
 * else its sign says nothing.
 */
export const isUpright = (): boolean => {
  if (alongRest * 10 < -uprightSteps) {
    axisX = -axisX;
    axisY = -axisY;
    axisZ = -axisZ;
    alongRest = -alongRest;
  }
  return alongRest * 10 > uprightSteps;
};

export const isAxisNew = (): boolean => restShare < 8;

/** Learns from a mean of the three axes. */
export const learn = (meanX: number, meanY: number, meanZ: number): void => {
  const x = meanX - restX;
  const y = meanY - restY;
  const z = meanZ - restZ;
  restX += x / restShare;
  restY += y / restShare;
  restZ += z / restShare;
  if (restShare < SLOWEST_SHARE) restShare++;
  // The first of all is where the arm rests.
  if (restShare > 2) {
    const square = x * x + y * y + z * z;
    power += (square - power) / POWER_SHARE;
    if (power > 0) {
      const along = axisX * x + axisY * y + axisZ * z;
      const turn = along / (power * POWER_SHARE);
      axisX += turn * (x - along * axisX);
      axisY += turn * (y - along * axisY);
      axisZ += turn * (z - along * axisZ);
    }
  }
  alongRest = axisX * restX + axisY * restY + axisZ * restZ;
};
