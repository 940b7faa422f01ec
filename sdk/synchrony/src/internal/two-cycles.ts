/** Cosines and sines, one for each sample. */
interface Kernel {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

const kernels: (Kernel | undefined)[] = [];

/** Two whole cycles in so many samples, shape [count]. Worked out once for each count, and shared by all members. */
export const twoCycles = (count: number): Kernel => {
  const found = kernels[count];
  if (found !== undefined) return found;
  const rad = Float64Array.from({ length: count }, (_, m) => (4 * Math.PI * m) / count);
  return (kernels[count] = { cos: rad.map(Math.cos), sin: rad.map(Math.sin) });
};
