/**
 * Times for samples that a chip takes by its own clock. The newest sample in a FIFO was taken within the last sample
 * period; inside those bounds its time runs on smoothly from the one before, so that the moment of reading does not
 * shake it. The period itself is measured, never taken from the data sheet (chips are up to 8 % off).
 */
export interface SampleClock {
  periodMicros: number;
  tNewestMicros: number;
  /** Where the period is being measured from. */
  tMarkMicros: number;
  sinceMark: number;
}

const SAMPLES_PER_MEASUREMENT = 208;

/** Moves on by `count` samples, read at `tNowMicros`, and returns the time of the newest. */
export const advanceSampleClock = (clock: SampleClock, count: number, tNowMicros: number): number => {
  let t = clock.tNewestMicros + count * clock.periodMicros;
  if (t > tNowMicros) t = tNowMicros;
  if (t < tNowMicros - clock.periodMicros) t = tNowMicros - clock.periodMicros;
  clock.sinceMark += count;
  if (clock.sinceMark >= SAMPLES_PER_MEASUREMENT) {
    if (clock.tMarkMicros > 0) clock.periodMicros = (t - clock.tMarkMicros) / clock.sinceMark;
    clock.tMarkMicros = t;
    clock.sinceMark = 0;
  }
  clock.tNewestMicros = t;
  return t;
};
