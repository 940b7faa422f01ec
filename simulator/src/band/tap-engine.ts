/**
 * The LSM6DS3TR-C's recognition of double taps, from DocID030071 (registers 58h to 5Bh) and AN5130 §5.5, not from the
 * driver that is tested against it. It looks at half the difference between a sample and the one before. Crossing the
 * threshold opens a shock window; a tap is over before the window is. No crossing may follow in the quiet window. A second
 * tap that begins within the latency after that makes it double, as soon as it is over.
 */
export interface TapSettings {
  /** Half the difference from one sample to the next, g. */
  readonly thresholdG: number;
  /** In samples. */
  readonly shock: number;
  readonly quiet: number;
  readonly latency: number;
}

/** @returns a function that takes samples of acceleration in g, one after the other, and says where a double tap is complete */
export const createTapEngine = (settings: () => TapSettings): ((accelG: Float64Array) => boolean) => {
  const before = new Float64Array(3);
  let hasBefore = false;
  let state: "idle" | "shock" | "quiet" | "latency" = "idle";
  let since = 0;
  let taps = 0;
  let wasOver = false;

  const idle = (): void => {
    state = "idle";
    taps = 0;
  };
  const isOver = (accelG: Float64Array, thresholdG: number): boolean => {
    let over = false;
    for (let axis = 0; axis < 3; axis++) {
      const now = accelG[axis] ?? 0;
      over ||= hasBefore && Math.abs(now - (before[axis] ?? 0)) / 2 > thresholdG;
      before[axis] = now;
    }
    hasBefore = true;
    return over;
  };

  return (accelG) => {
    const { thresholdG, shock, quiet, latency } = settings();
    const over = isOver(accelG, thresholdG);
    const rises = over && !wasOver;
    const falls = !over && wasOver;
    wasOver = over;
    since++;
    switch (state) {
      case "idle":
      case "latency":
        if (rises) {
          state = "shock";
          since = 0;
        } else if (state === "latency" && since > latency) idle();
        return false;
      case "shock":
        if (since > shock) {
          if (over) idle();
          else {
            taps = 1;
            state = "quiet";
            since = 0;
          }
        } else if (falls && taps === 1) {
          idle();
          return true;
        }
        return false;
      case "quiet":
        if (over) idle();
        else if (since > quiet) {
          state = "latency";
          since = 0;
        }
        return false;
    }
  };
};
