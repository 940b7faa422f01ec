import type { Random } from "../random/index.ts";

/** Below this the shaking is left out: it is far under one step of any sensor. */
const NOTHING_G = 1e-6;

const randomUnit = (random: Random): readonly [number, number, number] => {
  const [x, y, z] = [random.normal(), random.normal(), random.normal()];
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
};

/**
 * Lays a vibration out along the sensor's axes: to and fro along one random direction, or round in the random plane that
 * it spans with a second one.
 *
 * @returns a function of amplitude (g) and phase (cycles) that writes three accelerations (g)
 */
export const createShakeDirection = (
  random: Random,
  isRotating: boolean,
): ((amplitudeG: number, cycles: number, out: Float64Array) => void) => {
  const along = randomUnit(random);
  const [x, y, z] = randomUnit(random);
  const [ax, ay, az] = along;
  // What of the second direction is at right angles to the first.
  const dot = x * ax + y * ay + z * az;
  const length = Math.hypot(x - dot * ax, y - dot * ay, z - dot * az);
  const share = isRotating ? 1 / length : 0;
  const across = [(x - dot * ax) * share, (y - dot * ay) * share, (z - dot * az) * share] as const;
  return (amplitudeG, cycles, out) => {
    if (amplitudeG < NOTHING_G) {
      out.fill(0);
      return;
    }
    const angle = 2 * Math.PI * (cycles - Math.floor(cycles));
    const c = amplitudeG * Math.cos(angle);
    const s = amplitudeG * Math.sin(angle);
    out[0] = ax * c + across[0] * s;
    out[1] = ay * c + across[1] * s;
    out[2] = az * c + across[2] * s;
  };
};
