import { figure } from "../words/t.ts";

/** The range of MIN_BPM and MAX_BPM in \@entrain/pacing, beats a minute. */
export const MIN_BPM = 4;
export const MAX_BPM = 240;

/** A step from a tempo, within the range. */
export const stepTempo = (bpm: number, step: number): number =>
  Math.min(MAX_BPM, Math.max(MIN_BPM, Math.round(bpm) + step));

/** A tempo as typed, or undefined where it is none. */
export const parseTempo = (text: string): number | undefined => {
  const bpm = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && bpm >= MIN_BPM && bpm <= MAX_BPM ? bpm : undefined;
};

/** Beats a minute without needless decimals. */
export const formatTempo = (bpm: number): string => figure(bpm, 1);
