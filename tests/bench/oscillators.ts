import { mulberry32 } from "@entrain/synchrony";

const RATE_HZ = 100;

/** Box–Muller, cosine first. */
const normalsOf = (random: () => number): (() => number) => {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(Math.max(1e-12, random())));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
};

/** Coupled oscillators of about 1 Hz (Kuramoto), seen through noise, at 100 Hz: a third uncoupled, one partly, one locked. */
export const oscillators = (members: number, seconds: number, seed = 20260101): Float64Array[] => {
  const normal = normalsOf(mulberry32(seed));
  const omega = Float64Array.from({ length: members }, () => 2 * Math.PI * (1 + 0.12 * normal()));
  const theta = Float64Array.from({ length: members }, () => Math.PI * normal());
  const points = seconds * RATE_HZ;
  const signals = Array.from({ length: members }, () => new Float64Array(points));
  for (let p = 0; p < points; p++) {
    const coupling = [0, 1, 4][Math.floor((3 * p) / points)] ?? 0;
    const re = theta.reduce((sum, rad) => sum + Math.cos(rad), 0) / members;
    const im = theta.reduce((sum, rad) => sum + Math.sin(rad), 0) / members;
    theta.forEach((rad, k) => {
      const pull = im * Math.cos(rad) - re * Math.sin(rad);
      theta[k] = rad + ((omega[k] ?? 0) + coupling * pull) / RATE_HZ + (0.4 * normal()) / Math.sqrt(RATE_HZ);
      (signals[k] as Float64Array)[p] = Math.sin(rad) + 0.2 * normal();
    });
  }
  return signals;
};
