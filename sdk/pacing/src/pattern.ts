import { MAX_PULSE_MILLIS } from "@entrain/protocol";
import { PacingError } from "./errors.ts";

/** What is pulsed in a bar, the same in every bar. */
export interface Pattern {
  /** 1 to 16. */
  readonly beatsPerBar: number;
  /** Pulses a beat, 1 to 4; those between beats have half the strength. */
  readonly subdivision: number;
  /** Beats of the bar, from 0, that are stronger. */
  readonly accents: readonly number[];
  /** Beats of the bar, from 0, that are silent. */
  readonly mutes: readonly number[];
  /** For how long the motor is asked for, 1 to 200 ms; shortened where the tempo leaves less. */
  readonly pulseMillis: number;
  /** 0 to 255; the band's and the wearer's caps come on top. */
  readonly strength: number;
  readonly accentStrength: number;
}

/** Four beats to the bar, the first a little stronger: what a group steps and claps to. */
export const STEADY: Pattern = {
  beatsPerBar: 4,
  subdivision: 1,
  accents: [0],
  mutes: [],
  pulseMillis: 100,
  strength: 170,
  accentStrength: 230,
};

export const MAX_BEATS_PER_BAR = 16;
export const MAX_SUBDIVISION = 4;
const FULL = 255;

/** @throws PacingError `pattern-out-of-range`, naming the field */
export const checkPattern = (pattern: Pattern): void => {
  const within = (name: string, value: number, least: number, most: number): void => {
    if (Number.isInteger(value) && value >= least && value <= most) return;
    throw new PacingError(
      "pattern-out-of-range",
      `expected pattern.${name} as a whole number from ${String(least)} to ${String(most)}, found ${String(value)}`,
    );
  };
  within("beatsPerBar", pattern.beatsPerBar, 1, MAX_BEATS_PER_BAR);
  within("subdivision", pattern.subdivision, 1, MAX_SUBDIVISION);
  within("pulseMillis", pattern.pulseMillis, 1, MAX_PULSE_MILLIS);
  within("strength", pattern.strength, 0, FULL);
  within("accentStrength", pattern.accentStrength, 0, FULL);
  pattern.accents.forEach((beat, i) => {
    within(`accents[${String(i)}]`, beat, 0, pattern.beatsPerBar - 1);
  });
  pattern.mutes.forEach((beat, i) => {
    within(`mutes[${String(i)}]`, beat, 0, pattern.beatsPerBar - 1);
  });
};

/** Bit k for beat k. */
export const maskOf = (beats: readonly number[]): number => beats.reduce((mask, beat) => mask | (1 << beat), 0);
