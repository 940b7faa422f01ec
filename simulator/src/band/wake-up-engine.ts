/**
 * The LSM6DS3TR-C's recognition of wake-up, from DocID030071 (TAP_CFG, WAKE_UP_THS, WAKE_UP_DUR) and AN5130 §5.3, not from
 * the driver that is tested against it. With the slope filter it looks, axis by axis, at half the difference between a
 * sample and the one before; where that stays above the threshold for longer than the duration, it wakes.
 */
export interface WakeUpSettings {
  /** Half the difference from one sample to the next, g. */
  readonly thresholdG: number;
  /** In samples: 0 wakes at the first that is above. */
  readonly duration: number;
}

/** @returns a function that takes samples of acceleration in g, one after the other, and says whether it is awake */
export const createWakeUpEngine = (settings: () => WakeUpSettings): ((accelG: Float64Array) => boolean) => {
  const before = new Float64Array(3);
  let hasBefore = false;
  let above = 0;
  return (accelG) => {
    const { thresholdG, duration } = settings();
    let over = false;
    for (let axis = 0; axis < 3; axis++) {
      const now = accelG[axis] ?? 0;
      over ||= hasBefore && Math.abs(now - (before[axis] ?? 0)) / 2 > thresholdG;
      before[axis] = now;
    }
    hasBefore = true;
    above = over ? above + 1 : 0;
    return above > duration;
  };
};
