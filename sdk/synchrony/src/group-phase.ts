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
const BLOCK = 64;

/** Scratch for {@link groupPhase}, so that it allocates nothing; it keeps what was found of each member. */
export class GroupPhaseScratch {
  /** Direction of the member's mean offset e^{i(φ_k − Ψ)}, a unit phasor. */
  readonly offsetCos: Float64Array;
  readonly offsetSin: Float64Array;
  /** |⟨e^{i(φ_k − Ψ)}⟩|: how constantly the member keeps its offset from the group, [0, 1]; 0 for one never seen. */
  readonly memberRho: Float64Array;
  /** e^{iΨ} of a block of points; 0 where Ψ is not known. */
  readonly meanCos = new Float64Array(BLOCK);
  readonly meanSin = new Float64Array(BLOCK);

  constructor(members: number) {
    this.offsetCos = new Float64Array(members);
    this.offsetSin = new Float64Array(members);
    this.memberRho = new Float64Array(members);
  }
}

/**
 * Group statistics from phasors. Pairwise complete: a point counts the members that have it, and needs two of them.
 * Cost O(N·P): the mean pairwise cosine comes from the resultant, no pair is visited.
 */
export const groupPhase = (table: PhasorTable, scratch: GroupPhaseScratch, out: GroupPhase): void => {
  const { members, points, cos, sin, mask } = table;
  const { offsetCos, offsetSin, memberRho, meanCos, meanSin } = scratch;
  offsetCos.fill(0);
  offsetSin.fill(0);
  memberRho.fill(0);
  const gaps = mask.includes(0);
  let r = 0;
  let r2 = 0;
  let counted = 0;
  for (let from = 0; from < points; from += BLOCK) {
    const end = Math.min(points, from + BLOCK);
    for (let p = from, q = 0; p < end; p++, q++) {
      let re = 0;
      let im = 0;
      let n = 0;
      for (let k = 0, i = p * members; k < members; k++, i++) {
        if (gaps && mask[i] !== 1) continue;
        re += cos[i] as number;
        im += sin[i] as number;
        n++;
      }
      meanCos[q] = meanSin[q] = 0;
      if (n < 2) continue;
      const length = Math.sqrt(re * re + im * im);
      r += length / n;
      r2 += (length * length - n) / (n * (n - 1));
      counted++;
      if (length < 1e-9) continue;
      meanCos[q] = re / length;
      meanSin[q] = im / length;
    }
    addOffsets(table, scratch, from, end, gaps);
  }
  for (let k = 0; k < members; k++) {
    const length = Math.hypot(offsetCos[k] ?? 0, offsetSin[k] ?? 0);
    memberRho[k] = length / Math.max(1, memberRho[k] ?? 0);
    offsetCos[k] = length > 0 ? (offsetCos[k] as number) / length : 1;
    offsetSin[k] = length > 0 ? (offsetSin[k] as number) / length : 0;
  }
  out.coverage = points > 0 ? counted / points : 0;
  out.orderParameter = counted > 0 ? r / counted : 0;
  out.unbiasedR2 = counted > 0 ? r2 / counted : 0;
  clusterRho(table, scratch, out, counted, gaps);
};

/** Adds e^{i(φ_k − Ψ)} of a block of points to each member's sum, and the points to its count. */
const addOffsets = (
  { members, cos, sin, mask }: PhasorTable,
  { offsetCos, offsetSin, memberRho, meanCos, meanSin }: GroupPhaseScratch,
  from: number,
  end: number,
  gaps: boolean,
): void => {
  for (let k = 0; k < members; k++) {
    let re = 0;
    let im = 0;
    let seen = 0;
    for (let p = from, q = 0, i = from * members + k; p < end; p++, q++, i += members) {
      if (gaps && mask[i] !== 1) continue;
      const c = meanCos[q] as number;
      const s = meanSin[q] as number;
      re += (cos[i] as number) * c + (sin[i] as number) * s;
      im += (sin[i] as number) * c - (cos[i] as number) * s;
      if (c !== 0 || s !== 0) seen++;
    }
    offsetCos[k] = (offsetCos[k] as number) + re;
    offsetSin[k] = (offsetSin[k] as number) + im;
    memberRho[k] = (memberRho[k] as number) + seen;
  }
};

const clusterRho = (
  table: PhasorTable,
  scratch: GroupPhaseScratch,
  out: GroupPhase,
  counted: number,
  gaps: boolean,
): void => {
  const { members, points, cos, sin, mask } = table;
  const { offsetCos, offsetSin } = scratch;
  let rho = 0;
  let rho2 = 0;
  let pairRe = 0;
  let pairIm = 0;
  for (let p = 0; p < points; p++) {
    let re = 0;
    let im = 0;
    let n = 0;
    for (let k = 0, i = p * members; k < members; k++, i++) {
      if (gaps && mask[i] !== 1) continue;
      const c = cos[i] as number;
      const s = sin[i] as number;
      const oc = offsetCos[k] as number;
      const os = offsetSin[k] as number;
      re += c * oc + s * os;
      im += s * oc - c * os;
      n++;
    }
    if (n < 2) continue;
    const square = re * re + im * im;
    rho += Math.sqrt(square) / n;
    rho2 += (square - n) / (n * (n - 1));
    if (members === 2) {
      pairRe += (cos[2 * p] ?? 0) * (cos[2 * p + 1] ?? 0) + (sin[2 * p] ?? 0) * (sin[2 * p + 1] ?? 0);
      pairIm += (sin[2 * p] ?? 0) * (cos[2 * p + 1] ?? 0) - (cos[2 * p] ?? 0) * (sin[2 * p + 1] ?? 0);
    }
  }
  out.clusterRho = counted > 0 ? rho / counted : 0;
  // With two, Ψ jumps by π when they pass each other; their phase locking value has no such corner.
  out.lock = counted === 0 ? 0 : members === 2 ? Math.hypot(pairRe, pairIm) / counted : rho2 / counted;
};
