/** Orders in which people lock: one for one, double time, three against two. `a` is of the first, `b` of the second. */
export const NM_ORDERS: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [3, 2],
  [2, 3],
];

const LOG_ORDERS = Float64Array.from(NM_ORDERS, ([n, m]) => Math.log(n / m));

/** Highest multiple of a phase in {@link NM_ORDERS}. */
export const MAX_ORDER = 3;

/** Tempi farther from a simple ratio than this are not taken for it. Half the gap between 3:2 and 2:1, less a little. */
const TOLERANCE = Math.log(1.12);

/**
 * The order n:m under which n·φ_i − m·φ_j stands still at these tempi: n/m = f_j/f_i. Where the ratio is near none of
 * them, 1:1: there they are simply apart.
 *
 * @returns index into {@link NM_ORDERS}
 */
export const nmOrder = (tempoI: number, tempoJ: number): number => {
  const ratio = Math.log(tempoJ / tempoI);
  let best = 0;
  let nearest = TOLERANCE;
  for (let k = 0; k < NM_ORDERS.length; k++) {
    const distance = Math.abs(ratio - (LOG_ORDERS[k] as number));
    if (distance >= nearest) continue;
    nearest = distance;
    best = k;
  }
  return best;
};
