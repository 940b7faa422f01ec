/** Two hits nearer than this are one: its ringing. One hand drums about 7 times a second at most. */
const REFRACTORY_MICROS = 120_000;
/** A sample farther from the one before it than this begins anew. */
const MAX_STEP_MICROS = 120_000;
/** From a hit to the first peak of what it sends through the arm. */
const RISE_MICROS = 10_000;
/** Below this nothing is a hit, whatever came before. */
const FLOOR_G = 0.12;
/** A hit surprises this many times as much as is usual; a smooth movement or noise at most about five times. */
const TIMES_USUAL = 8;
const USUAL_MICROS = 2_000_000;
/** A surprise that counts as usual is at most so many times what was usual. */
const CLIPPED_AT = 3;
/** …and this share of the hits before it. */
const SHARE_OF_HITS = 0.12;
/** The arm rings on after a hit, and a slow sensor folds that down: a new hit must stand out of what is left of it. */
const ABOVE_RINGING = 1.5;
const RINGING_MICROS = 40_000;
/** A sample just before the one that stands out belongs to the hit, when it surprises by this many times the usual. */
const EARLY_TIMES = 3.5;
const HITS_FORGOTTEN_MICROS = 4_000_000;
const HITS_RATE = 0.3;
/** Samples that a path is extrapolated from, and numbers of each: t, x, y, z. */
const PATH = 3;
const WIDTH = 4;
const LEARN_SAMPLES = 10;

/**
 * Onsets of drumming and clapping, from acceleration at the sensor's own rate, before any grid smooths the impact away.
 * One sample at a time, O(1), nothing allocated. A hit is a sample far from the parabola through the three before it,
 * much farther than usual; its time is found between samples, from how far the wrist was thrown by the first sample of
 * what it was by the next. Each onset is told one sample late.
 *
 * @example
 * const onsets = new OnsetDetector();
 * if (onsets.push(tMicros, x, y, z)) use(onsets.tMicros, onsets.strengthG);
 */
export class OnsetDetector {
  /** The last onset: when, and how far it threw the wrist off its path, g. */
  tMicros = NaN;
  strengthG = 0;
  /** The last samples in turn; the newest begins at `#newest`. */
  readonly #path = new Float64Array(WIDTH * PATH);
  #newest = 0;
  #known = 0;
  #usualG = 0;
  #learnt = 0;
  #hitsG = 0;
  #previousSurpriseG = 0;
  #ringingG = 0;
  /** What is left of a ringing after a step, and the step: most are alike. */
  #kept = 0;
  #keptStepMicros = NaN;
  /** A hit that waits for the sample after it, and the path before it. */
  #waiting = false;
  #isEarly = false;
  #beforeMicros = 0;
  readonly #before = new Float64Array(WIDTH * PATH);
  readonly #single = { time: new Float64Array(1), accelG: new Float64Array(3) };

  /** @returns whether a new onset stands in {@link tMicros} and {@link strengthG}. Bad values are skipped. */
  push(tMicros: number, x: number, y: number, z: number): boolean {
    const { time, accelG } = this.#single;
    time[0] = tMicros;
    accelG[0] = x;
    accelG[1] = y;
    accelG[2] = z;
    return this.pushFrom(time, accelG, 0);
  }

  /**
   * The same of sample `i` where many stand: handed over one by one, four numbers would be allocated for each.
   *
   * @param times of the samples, micros
   * @param accelG x, y, z of each in turn
   */
  pushFrom(times: Float64Array, accelG: Float64Array, i: number): boolean {
    const tMicros = times[i] as number;
    const x = accelG[3 * i] as number;
    const y = accelG[3 * i + 1] as number;
    const z = accelG[3 * i + 2] as number;
    const path = this.#path;
    const step = tMicros - (path[this.#newest] as number);
    if (!Number.isFinite(tMicros + x + y + z) || (this.#known > 0 && step <= 0)) return false;
    if (this.#known > 0 && step > MAX_STEP_MICROS) this.blank();
    const told = this.#waiting && this.#tell(tMicros, x, y, z);
    if (this.#known === PATH) {
      const surpriseG = distance(this.#path, tMicros, x, y, z);
      if (step !== this.#keptStepMicros) {
        this.#keptStepMicros = step;
        this.#kept = Math.exp(-step / RINGING_MICROS);
      }
      this.#ringingG *= this.#kept;
      const isOpen = !told && !(tMicros - this.tMicros < REFRACTORY_MICROS);
      if (isOpen && this.#learnt >= LEARN_SAMPLES && surpriseG > this.#thresholdG()) {
        this.#waiting = true;
        this.#isEarly = this.#previousSurpriseG > Math.max(EARLY_TIMES * this.#usualG, FLOOR_G / 3);
        this.#before.set(path);
        this.#beforeMicros = path[this.#newest] as number;
      }
      this.#learn(step, surpriseG);
      this.#previousSurpriseG = surpriseG;
      this.#ringingG = Math.max(surpriseG, this.#ringingG);
    }
    const at = (this.#newest = this.#newest === WIDTH * (PATH - 1) ? 0 : this.#newest + WIDTH);
    path[at] = tMicros;
    path[at + 1] = x;
    path[at + 2] = y;
    path[at + 3] = z;
    this.#known = Math.min(PATH, this.#known + 1);
    return told;
  }

  /** Samples are missing or not to be believed, as while the own motor is on: what follows begins a new path. */
  blank(): void {
    this.#known = 0;
    this.#waiting = false;
  }

  #thresholdG(): number {
    return Math.max(FLOOR_G, TIMES_USUAL * this.#usualG, SHARE_OF_HITS * this.#hitsG, ABOVE_RINGING * this.#ringingG);
  }

  #tell(tMicros: number, x: number, y: number, z: number): boolean {
    this.#waiting = false;
    const [t = 0, px = 0, py = 0, pz = 0] = this.#path.subarray(this.#newest);
    const riseG = distance(this.#before, t, px, py, pz);
    const strengthG = Math.max(riseG, distance(this.#before, tMicros, x, y, z));
    const step = t - this.#beforeMicros;
    this.tMicros = this.#isEarly ? t - 1.5 * step : t - Math.min(step, RISE_MICROS) * (riseG / strengthG);
    this.strengthG = strengthG;
    this.#hitsG += (strengthG - this.#hitsG) * (this.#hitsG > 0 ? HITS_RATE : 1);
    return true;
  }

  #learn(stepMicros: number, surpriseG: number): void {
    this.#learnt++;
    const rate = Math.max(stepMicros / USUAL_MICROS, 1 / this.#learnt);
    const counted = this.#learnt > LEARN_SAMPLES ? Math.min(surpriseG, CLIPPED_AT * this.#usualG + 0.01) : surpriseG;
    this.#usualG += (counted - this.#usualG) * Math.min(1, rate);
    this.#hitsG *= 1 - Math.min(1, stepMicros / HITS_FORGOTTEN_MICROS);
  }
}

/** From a point to where the parabola through three points, in any order, would be at its time, g (Lagrange). */
const distance = (path: Float64Array, t: number, x: number, y: number, z: number): number => {
  const t0 = t - (path[0] as number);
  const t1 = t - (path[4] as number);
  const t2 = t - (path[8] as number);
  const w0 = (t1 * t2) / ((t1 - t0) * (t2 - t0));
  const w1 = (t0 * t2) / ((t0 - t1) * (t2 - t1));
  const w2 = (t0 * t1) / ((t0 - t2) * (t1 - t2));
  const dx = x - w0 * (path[1] as number) - w1 * (path[5] as number) - w2 * (path[9] as number);
  const dy = y - w0 * (path[2] as number) - w1 * (path[6] as number) - w2 * (path[10] as number);
  const dz = z - w0 * (path[3] as number) - w1 * (path[7] as number) - w2 * (path[11] as number);
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
};
