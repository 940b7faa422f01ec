import { AIR_BLANK, AIR_READINGS, AIR_SAMPLES, AIR_STEP_G, BUSY_PER_PULSE, MAX_AIR_SCALE } from "@entrain/protocol";
import { AIR_UNIT_G } from "#board";
import { busyUntilMicros, tOnMicros } from "../motor.ts";
import { newerSamples, samples } from "./advert.ts";
import { alongRest, axisX, axisY, axisZ, isAxisNew, learn } from "./axis.ts";

/**
 * The movement along one axis, 16 to 20 times a second: the mean of three readings (its first zero, at the rate of the
 * samples, is what keeps faster shaking out). A sample that the band's own motor shook is blank.
 */

/**
 * What the motor's shaking may come early by, or stay for while its mass still turns. It is the middle one of three readings
 * that must be clear of it: what shakes one beside it has only begun, or is all but over.
 */
const LEAD_MICROS = 10000;
const RING_DOWN_MICROS = 120000;
/** As long as nothing that is looked at comes near this, the scale may be finer. */
const SMALL = 50;
const LARGE = 126;
const LOOKS = 16;
/** Every so many samples the axis learns. */
const LEARNS_EVERY = 5;
/** The board's steps, of a sum of three readings, in one of the air. */
const FINEST_GAIN = AIR_UNIT_G / AIR_READINGS / AIR_STEP_G;

/** How many samples there were. */
export let count = 0;
/** When the newest was taken, band clock. */
export let tNewestMicros = 0;
export let scale = 4;
let gain = FINEST_GAIN / 16;
let smallLooks = 0;
let untaught = 0;

const rescale = (change: number, factor: number): void => {
  scale += change;
  gain *= factor;
  for (let i = 0; i < AIR_SAMPLES; i++)
    if (samples[i] !== AIR_BLANK) samples[i] = Math.floor((samples[i] as number) * factor);
};

const tooLarge = (along: number): number => {
  while ((along * gain > LARGE || along * gain < -LARGE) && scale < MAX_AIR_SCALE) rescale(1, 1 / 2);
  const value = Math.floor(along * gain);
  return value > LARGE ? LARGE : value < -LARGE ? -LARGE : value;
};

const keep = (value: number): void => {
  samples.set(newerSamples);
  samples[AIR_SAMPLES - 1] = value;
  count++;
};

const study = (sumX: number, sumY: number, sumZ: number, value: number): void => {
  untaught = 0;
  learn(sumX, sumY, sumZ);
  if (value > SMALL || value < -SMALL) smallLooks = 0;
  else if (++smallLooks >= LOOKS && scale > 0) {
    smallLooks = 0;
    rescale(-1, 2);
  }
};

/** Takes three readings summed up, in the board's steps. @param tMicros - of the middle one */
export const addSums = (sumX: number, sumY: number, sumZ: number, tMicros: number): void => {
  tNewestMicros = tMicros;
  if (
    tMicros > tOnMicros - LEAD_MICROS &&
    tMicros < tOnMicros + (busyUntilMicros - tOnMicros) / BUSY_PER_PULSE + RING_DOWN_MICROS
  ) {
    keep(AIR_BLANK);
    return;
  }
  const along = axisX * sumX + axisY * sumY + axisZ * sumZ - alongRest;
  let value = Math.floor(along * gain);
  if (value > LARGE || value < -LARGE) value = tooLarge(along);
  keep(value);
  if (++untaught >= LEARNS_EVERY || isAxisNew()) study(sumX, sumY, sumZ, value);
};

/** The readings of a time in which nothing could be made of them. */
export const addBlanks = (many: number, tMicros: number): void => {
  tNewestMicros = tMicros;
  for (let i = 0; i < many; i++) keep(AIR_BLANK);
};
