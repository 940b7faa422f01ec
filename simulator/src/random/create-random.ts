import { deriveSeed } from "./derive-seed.ts";
import { mulberry32 } from "./mulberry32.ts";
import type { Random } from "./random.ts";

/**
 * mulberry32 for uniforms, Box–Muller for normals (cosine first, the sine kept as the spare for the next call).
 *
 * @param seed - any finite number; its lower 32 bits count
 */
export const createRandom = (seed: number): Random => {
  const uniform = mulberry32(seed);
  let spare: number | undefined;
  return {
    uniform,
    normal() {
      if (spare !== undefined) {
        const kept = spare;
        spare = undefined;
        return kept;
      }
      // 1 − u lies in (0, 1], which keeps the logarithm finite.
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
    fork: (label) => createRandom(deriveSeed(seed, label)),
  };
};
