/**
 * The KX023's recognition of motion, from its technical reference manual ('Motion interrupt feature'), not from the driver
 * that is tested against it. Each sample is compared with the one before, axis by axis; a difference above the threshold
 * starts a counter, during which samples are compared with the one before it started. What has stayed above for as many
 * samples as the counter counts is a motion.
 */
export interface MotionSettings {
  /** g; ATH counts sixteenths. */
  readonly thresholdG: number;
  /** WUFC, in samples; 0 is taken to mean the first that is above, which the manual does not say in so many words. */
  readonly count: number;
}

/** @returns a function that takes samples of acceleration in g, one after the other, and says where a motion is recognised */
export const createMotionEngine = (settings: () => MotionSettings): ((accelG: Float64Array) => boolean) => {
  const reference = new Float64Array(3);
  let hasReference = false;
  let counted = 0;
  return (accelG) => {
    const { thresholdG, count } = settings();
    const over = hasReference && accelG.some((now, axis) => Math.abs(now - (reference[axis] ?? 0)) > thresholdG);
    hasReference = true;
    if (over && counted < count) {
      counted++;
      return false;
    }
    counted = 0;
    reference.set(accelG);
    return over;
  };
};
