const QUANTILES = 1024;

/** Standard normal values in the middle of as many equally likely parts, from its density summed in fine steps. */
const normalQuantiles = (): Float64Array => {
  const values = new Float64Array(QUANTILES);
  const step = 1e-3;
  let below = 0;
  let x = -6;
  for (let k = 0; k < QUANTILES; k++) {
    while (below < (k + 0.5) / QUANTILES) below += (step * Math.exp(-0.5 * (x += step) * x)) / Math.sqrt(2 * Math.PI);
    values[k] = x;
  }
  return values;
};

const NORMAL = normalQuantiles();

/** Of a thousand values: normal enough for a tempo, and bounded. */
export const roughNormal = (random: () => number): number => NORMAL[Math.floor(QUANTILES * random())] as number;

const partOfTurn = (_: unknown, k: number): number => (2 * Math.PI * (k + 0.5)) / QUANTILES;

/** Where a thousand directions point, a third of a degree apart: drawn from the list, they cost no cosine. */
export const TURN_RAD = Float64Array.from({ length: QUANTILES }, partOfTurn);
export const TURN_COS = TURN_RAD.map(Math.cos);
export const TURN_SIN = TURN_RAD.map(Math.sin);

/** Index of a random direction in {@link TURN_RAD}. */
export const roughTurn = (random: () => number): number => Math.floor(QUANTILES * random());
