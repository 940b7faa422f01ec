import { MAX_BPM, MIN_BPM } from "../host/tempo.ts";

/** The dial is open at the bottom: three quarters of a turn, clockwise from bottom left. Angles are from the top, degrees. */
export const SWEEP_DEG = 270;
const FROM_DEG = -SWEEP_DEG / 2;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Tempi are heard as ratios: twice as fast is as far anywhere on the dial. */
export const angleOf = (bpm: number): number =>
  FROM_DEG + (SWEEP_DEG * Math.log(clamp(bpm, MIN_BPM, MAX_BPM) / MIN_BPM)) / Math.log(MAX_BPM / MIN_BPM);

/** The tempo under a pointer, beats a minute in whole numbers; in the open part, the nearer end. */
export const bpmAt = (deg: number): number => {
  const share = clamp((deg - FROM_DEG) / SWEEP_DEG, 0, 1);
  return Math.round(MIN_BPM * Math.pow(MAX_BPM / MIN_BPM, share));
};

/** Of a point beside the dial's centre; y grows downwards. */
export const degreesAt = (x: number, y: number): number => (Math.atan2(x, -y) * 180) / Math.PI;

/** What a key does to a slider, by WAI-ARIA's pattern; undefined for other keys. */
export const turnedBy = (key: string, bpm: number): number | undefined => {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: 1,
    ArrowRight: 1,
    ArrowDown: -1,
    ArrowLeft: -1,
    PageUp: 5,
    PageDown: -5,
  };
  if (key === "Home") return MIN_BPM;
  if (key === "End") return MAX_BPM;
  const step = steps[key];
  return step === undefined ? undefined : clamp(Math.round(bpm) + step, MIN_BPM, MAX_BPM);
};

/** An arc of the dial as an SVG path around 0,0. */
export const arcPath = (radius: number, fromDeg: number, toDeg: number): string => {
  const at = (deg: number): string => {
    const rad = (deg * Math.PI) / 180;
    return `${(radius * Math.sin(rad)).toFixed(2)} ${(-radius * Math.cos(rad)).toFixed(2)}`;
  };
  const large = toDeg - fromDeg > 180 ? 1 : 0;
  return `M ${at(fromDeg)} A ${String(radius)} ${String(radius)} 0 ${String(large)} 1 ${at(toDeg)}`;
};
