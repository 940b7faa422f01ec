/** E|Σ e^{iθ}|/N over independent uniform phases (Pearson's random walk, 1905), for 2 and 3 members. */
const EXACT: Readonly<Record<number, number>> = { 2: 2 / Math.PI, 3: 1.5746 / 3 };

/**
 * The order parameter that unrelated phases have on average: high for few members, which is why it is drawn.
 *
 * @example unrelatedOrder(2) // 0.637
 */
export const unrelatedOrder = (members: number): number =>
  EXACT[members] ?? Math.min(1, Math.sqrt(Math.PI / (4 * Math.max(1, members))));
