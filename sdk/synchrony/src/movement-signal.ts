import { BAND_LOW_HZ, FRAME_HZ } from "./grid.ts";

const HIGH_PASS = 1 - Math.exp((-2 * Math.PI * BAND_LOW_HZ) / FRAME_HZ);
/** Slow enough not to turn within a cycle of the slowest movement worth its name, fast enough to follow a new exercise. */
const AXIS_S = 20;
const AMPLITUDE_S = 3;
const AMPLITUDE_FRAMES = AMPLITUDE_S * FRAME_HZ;

/**
 * One signed movement signal from three axes: first-order high-pass at 0.05 Hz (gravity, held or removed, goes with it),
 * then the slowly tracked principal axis. The axis moves by one power-iteration step a frame, so its sign never flips
 * by itself; {@link orient} sets the sign once, by gravity where the axis has a share of it.
 */
export class MovementSignal {
  /** RMS over about 3 s of all three axes, g. Independent of how the sensor is mounted. */
  amplitudeG = 0;
  /** Slow mean of the three axes, g: gravity where the sensor gives it. */
  readonly restG = new Float64Array(3);
  /** Whether gravity gave the axis its sign: only then is a movement told from its mirror image. */
  signKnown = false;
  readonly #axis = new Float64Array(3);
  /** xx, xy, xz, yy, yz, zz */
  readonly #cov = new Float64Array(6);
  readonly #powers = new Float64Array(AMPLITUDE_FRAMES);
  #power = 0;
  #count = 0;

  /** @returns the signal, g */
  next(x: number, y: number, z: number): number {
    this.#count++;
    const m = this.restG;
    const rate = Math.max(HIGH_PASS, 1 / this.#count);
    const rx = m[0] as number;
    const ry = m[1] as number;
    const rz = m[2] as number;
    const hx = (x - rx) * (1 - rate);
    const hy = (y - ry) * (1 - rate);
    const hz = (z - rz) * (1 - rate);
    m[0] = rx + (x - rx) * rate;
    m[1] = ry + (y - ry) * rate;
    m[2] = rz + (z - rz) * rate;
    this.#measure(hx * hx + hy * hy + hz * hz);
    this.#track(hx, hy, hz);
    return hx * (this.#axis[0] ?? 0) + hy * (this.#axis[1] ?? 0) + hz * (this.#axis[2] ?? 0);
  }

  /** Phase by which the high-pass leads at a tempo, radians. */
  leadRad(tempoHz: number): number {
    return Math.atan(BAND_LOW_HZ / tempoHz);
  }

  /**
   * Gives the axis its sign: upwards where gravity has a share in it, else along its largest component.
   * @returns whether the sign changed; the signal kept so far must then be negated
   */
  orient(): boolean {
    const [ax = 0, ay = 0, az = 0] = this.#axis;
    const [gx = 0, gy = 0, gz = 0] = this.restG;
    const along = ax * gx + ay * gy + az * gz;
    const gravity = Math.hypot(gx, gy, gz);
    const largest =
      Math.abs(ax) > Math.abs(ay) ? (Math.abs(ax) > Math.abs(az) ? ax : az) : Math.abs(ay) > Math.abs(az) ? ay : az;
    this.signKnown = gravity > 0.5 && Math.abs(along) > 0.3 * gravity;
    const sign = this.signKnown ? along : largest;
    if (sign >= 0) return false;
    for (let i = 0; i < 3; i++) this.#axis[i] = -(this.#axis[i] ?? 0);
    return true;
  }

  /** A new member, or one back after a long gap: everything is learnt anew. */
  reset(): void {
    this.#count = 0;
    this.#power = 0;
    this.#powers.fill(0);
    this.amplitudeG = 0;
    this.restG.fill(0);
    this.#cov.fill(0);
    this.#axis.fill(0);
  }

  /** A running mean, not an exponential one: after a large movement it forgets in 3 s. */
  #measure(power: number): void {
    const slot = this.#count % AMPLITUDE_FRAMES;
    this.#power = Math.max(0, this.#power + power - (this.#powers[slot] ?? 0));
    this.#powers[slot] = power;
    this.amplitudeG = Math.sqrt(this.#power / Math.min(this.#count, AMPLITUDE_FRAMES));
  }

  #track(hx: number, hy: number, hz: number): void {
    const c = this.#cov;
    const rate = Math.max(1 / (AXIS_S * FRAME_HZ), 1 / this.#count);
    const xx = (c[0] as number) + (hx * hx - (c[0] as number)) * rate;
    const xy = (c[1] as number) + (hx * hy - (c[1] as number)) * rate;
    const xz = (c[2] as number) + (hx * hz - (c[2] as number)) * rate;
    const yy = (c[3] as number) + (hy * hy - (c[3] as number)) * rate;
    const yz = (c[4] as number) + (hy * hz - (c[4] as number)) * rate;
    const zz = (c[5] as number) + (hz * hz - (c[5] as number)) * rate;
    c[0] = xx;
    c[1] = xy;
    c[2] = xz;
    c[3] = yy;
    c[4] = yz;
    c[5] = zz;
    let ax = this.#axis[0] as number;
    let ay = this.#axis[1] as number;
    let az = this.#axis[2] as number;
    if (ax === 0 && ay === 0 && az === 0) {
      ax = xx >= yy && xx >= zz ? 1 : 0;
      ay = ax === 0 && yy >= zz ? 1 : 0;
      az = ax === 0 && ay === 0 ? 1 : 0;
    }
    const nx = xx * ax + xy * ay + xz * az;
    const ny = xy * ax + yy * ay + yz * az;
    const nz = xz * ax + yz * ay + zz * az;
    const norm = Math.sqrt(nx * nx + ny * ny + nz * nz);
    if (norm < 1e-12) return;
    this.#axis[0] = nx / norm;
    this.#axis[1] = ny / norm;
    this.#axis[2] = nz / norm;
  }
}
