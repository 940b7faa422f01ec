/**
 * Times for samples that a chip takes by its own clock. The newest sample in a FIFO was taken within the last sample
 * period; inside those bounds its time runs on smoothly from the one before, so that the moment of reading does not
 * shake it. The period itself is measured, never taken from the data sheet (chips are up to 8 % off).
 */
export let samplePeriodMicros = 0;
let tNewestMicros = 0;
/** Where the period is being measured from. */
let tMarkMicros = 0;
let sinceMark = 0;

const SAMPLES_PER_MEASUREMENT = 208;

export const startSampleClock = (nominalPeriodMicros: number): void => {
  samplePeriodMicros = nominalPeriodMicros;
  tNewestMicros = 0;
  tMarkMicros = 0;
  sinceMark = 0;
};

const measurePeriod = (): void => {
  if (tMarkMicros > 0) samplePeriodMicros = (tNewestMicros - tMarkMicros) / sinceMark;
  tMarkMicros = tNewestMicros;
  sinceMark = 0;
};

/** Moves on by `count` samples, read at `tNowMicros`, and returns the time of the newest. */
export const advanceSampleClock = (count: number, tNowMicros: number): number => {
  tNewestMicros += count * samplePeriodMicros;
  if (tNewestMicros > tNowMicros) tNewestMicros = tNowMicros;
  else if (tNewestMicros < tNowMicros - samplePeriodMicros) tNewestMicros = tNowMicros - samplePeriodMicros;
  sinceMark += count;
  if (sinceMark >= SAMPLES_PER_MEASUREMENT) measurePeriod();
  return tNewestMicros;
};
