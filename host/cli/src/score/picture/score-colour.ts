/** From paper to deep teal in OKLab (Ottosson 2020): equal steps of score look equal, in grey too. */
const LOW = [0.955, -0.004, 0.012] as const;
const MIDDLE = [0.72, -0.075, 0.012] as const;
const HIGH = [0.33, -0.06, -0.012] as const;

const channel = (linear: number): string => {
  const clipped = Math.max(0, Math.min(1, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(255 * encoded)
    .toString(16)
    .padStart(2, "0");
};

const hex = (lightness: number, a: number, b: number): string => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return `#${channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)}${channel(
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
  )}${channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)}`;
};

/** The colour of a score: 0 (chance) and below is paper, 1 the darkest. */
export const scoreColour = (score: number): string => {
  const at = Math.max(0, Math.min(1, score));
  const [from, to, share] = at < 0.5 ? ([LOW, MIDDLE, 2 * at] as const) : ([MIDDLE, HIGH, 2 * at - 1] as const);
  const mix = (k: 0 | 1 | 2): number => from[k] + (to[k] - from[k]) * share;
  return hex(mix(0), mix(1), mix(2));
};

/** Ink that is read on {@link scoreColour}. */
export const inkOn = (score: number): string => (score > 0.55 ? "#ffffff" : "#1f2933");
