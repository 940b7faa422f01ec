import { addTurned, type Resultants, resultants, resultantsOf } from "./internal/resultants.ts";

/** Phases of N members at P points: cos and sin, [point][member], and whether the point is to be believed. */
export interface PhasorTable {
  readonly members: number;
  readonly points: number;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  readonly mask: Uint8Array;
}

export interface GroupPhase {
  /** Kuramoto order parameter R, mean over points with two or more members, [0, 1]. */
  orderParameter: number;
  /** (N R² − 1)/(N − 1), mean; the mean pairwise cos Δφ, zero by chance. */
  unbiasedR2: number;
  /** Cluster-phase rho (Frank & Richardson 2010; Richardson et al. 2012), mean, [0, 1]. */
  clusterRho: number;
  /** The unbiased square of rho: mean pairwise cos Δφ once each member's constant offset is removed. Two: their PLV. */
  lock: number;
  /** Share of points that had two or more members. */
  coverage: number;
}

export const emptyGroupPhase = (): GroupPhase => ({
  orderParameter: 0,
  unbiasedR2: 0,
  clusterRho: 0,
  lock: 0,
  coverage: 0,
});

/** Unbiased R²: what N unit phasors with resultant length R share beyond chance. */
export const unbiasedR2 = (orderParameter: number, count: number): number =>
  (count * orderParameter * orderParameter - 1) / (count - 1);

/** Points gone over at once: their directions stay in the nearest cache while each member is compared with them. */
const BLOCK = 32;

/** Scratch for {@link groupPhase}, so that it allocates nothing; it keeps what was found of each member. */
export class GroupPhaseScratch {
  /** Direction of the member's mean offset e^{i(φ_k − Ψ)}, a unit phasor. */
  readonly offsetCos: Float64Array;
  readonly offsetSin: Float64Array;
  /** |⟨e^{i(φ_k − Ψ)}⟩|: how constantly the member keeps its offset from the group, [0, 1]; 0 for one never seen. */
  readonly memberRho: Float64Array;
  /** Of a block of points. */
  readonly block: Resultants = resultantsOf(BLOCK);

  constructor(members: number) {
    this.offsetCos = new Float64Array(members);
    this.offsetSin = new Float64Array(members);
    this.memberRho = new Float64Array(members);
  }
}

/** Makes of each resultant the direction e^{iΨ} of its point; 0 where Ψ is not known. */
const directions = ({ re, im, count }: Resultants, points: number): void => {
  for (let q = 0; q < points; q++) {
    const x = re[q] as number;
    const y = im[q] as number;
    const length = Math.sqrt(x * x + y * y);
    const scale = (count[q] as number) >= 2 && length >= 1e-9 ? 1 / length : 0;
    re[q] = x * scale;
    im[q] = y * scale;
  }
};

/** Sums over points of |resultant|/n and of its unbiased square. */
class Lengths {
  points = 0;
  mean = 0;
  unbiased = 0;

  add({ re, im, count }: Resultants, points: number): void {
    let mean = 0;
    let unbiased = 0;
    // A division costs as much as many members: one for each change of their number.
    let n = 0;
    let each = 0;
    let pair = 0;
    for (let q = 0; q < points; q++) {
      if (count[q] !== n) {
        n = count[q] as number;
        each = n < 2 ? 0 : 1 / n;
        pair = n < 2 ? 0 : 1 / (n * (n - 1));
      }
      if (n < 2) continue;
      const x = re[q] as number;
      const y = im[q] as number;
      const square = x * x + y * y;
      mean += Math.sqrt(square) * each;
      unbiased += (square - n) * pair;
      this.points++;
    }
    this.mean += mean;
    this.unbiased += unbiased;
  }
}

const FOUR_SEEN = 0x01010101;

/** Whether a point of a member is masked, four at a look. */
const hasGaps = (mask: Uint8Array): boolean => {
  if (mask.byteOffset % 4 !== 0) return mask.includes(0);
  const fours = new Uint32Array(mask.buffer, mask.byteOffset, mask.length >> 2);
  for (let i = 0; i < fours.length; i++) if (fours[i] !== FOUR_SEEN) return true;
  return mask.subarray(4 * fours.length).includes(0);
};

/** |⟨e^{iΔφ}⟩| of the only pair, over the points that both have. */
const pairLock = ({ points, cos, sin, mask }: PhasorTable, gaps: boolean): number => {
  let re = 0;
  let im = 0;
  let counted = 0;
  for (let p = 0, i = 0; p < points; p++, i += 2) {
    if (gaps && (mask[i] !== 1 || mask[i + 1] !== 1)) continue;
    const ac = cos[i] as number;
    const as = sin[i] as number;
    const bc = cos[i + 1] as number;
    const bs = sin[i + 1] as number;
    re += ac * bc + as * bs;
    im += as * bc - ac * bs;
    counted++;
  }
  return Math.hypot(re, im) / counted;
};

/**
 * Group statistics from phasors. Pairwise complete: a point counts the members that have it, and needs two of them.
 * Cost O(N·P): the mean pairwise cosine comes from the resultant, no pair is visited.
 */
export const groupPhase = (table: PhasorTable, scratch: GroupPhaseScratch, out: GroupPhase): void => {
  const { members, points } = table;
  const { offsetCos, offsetSin, memberRho, block } = scratch;
  const gaps = hasGaps(table.mask);
  offsetCos.fill(0);
  offsetSin.fill(0);
  memberRho.fill(0);
  const seen = new Lengths();
  for (let from = 0; from < points; from += BLOCK) {
    const end = Math.min(points, from + BLOCK);
    resultants(table, gaps, from, end, block);
    seen.add(block, end - from);
    directions(block, end - from);
    addTurned(table, gaps, from, end, block, scratch);
  }
  for (let k = 0; k < members; k++) {
    const length = Math.hypot(offsetCos[k] ?? 0, offsetSin[k] ?? 0);
    memberRho[k] = length / Math.max(1, memberRho[k] ?? 0);
    offsetCos[k] = length > 0 ? (offsetCos[k] as number) / length : 1;
    offsetSin[k] = length > 0 ? (offsetSin[k] as number) / length : 0;
  }
  const turned = new Lengths();
  for (let from = 0; from < points; from += BLOCK) {
    const end = Math.min(points, from + BLOCK);
    resultants(table, gaps, from, end, block, scratch);
    turned.add(block, end - from);
  }
  const counted = seen.points;
  out.coverage = points > 0 ? counted / points : 0;
  out.orderParameter = counted > 0 ? seen.mean / counted : 0;
  out.unbiasedR2 = counted > 0 ? seen.unbiased / counted : 0;
  out.clusterRho = counted > 0 ? turned.mean / counted : 0;
  // With two, Ψ jumps by π when they pass each other; their phase locking value has no such corner.
  out.lock = counted === 0 ? 0 : members === 2 ? pairLock(table, gaps) : turned.unbiased / counted;
};
