import type { Random } from "../random/index.ts";
import type { Body } from "./body.ts";
import { FOLLOWS_PULSE, type Following } from "./following.ts";
import { compileGesture } from "./gesture-motion.ts";
import type { Gesture } from "./gesture.ts";
import { createImpactRing } from "./impact-ring.ts";
import { createPeriodLearning } from "./period-learning.ts";
import { clearPose, createPose } from "./pose.ts";
import { createPostureDrift } from "./posture-drift.ts";
import type { Kinematics } from "./quintic.ts";
import { requireRange, requireTime } from "./require-range.ts";
import { createRhythm } from "./rhythm.ts";
import { createTimekeeper, type TimekeeperOpts } from "./timekeeper.ts";
import { createTremor } from "./tremor.ts";
import { createVigour } from "./vigour.ts";

type Steadiness = Pick<TimekeeperOpts, "timekeeperSdRatio" | "motorSdMicros" | "wanderSdRatio" | "wanderCycles">;

/** Gives tapping SDs like those of untrained adults near 600 ms (25 ms at α = 0.25). */
const TYPICAL_STEADINESS: Steadiness = {
  timekeeperSdRatio: 0.025,
  motorSdMicros: 8_000,
  wanderSdRatio: 0,
  wanderCycles: 20,
};

/** What {@link createMover} takes. */
export interface MoverOpts {
  readonly gesture: Gesture;
  readonly random: Random;
  /** The body's life begins here; asked about an earlier time it answers with its start. */
  readonly tStartMicros: number;
  /** Own tempo, cycles per second. Default: the gesture's comfortable one. */
  readonly tempoHz?: number;
  /** Phase at the start, cycles, [0, 1). Default: random. */
  readonly startPhase?: number;
  /** Over {@link FOLLOWS_PULSE}. */
  readonly following?: Partial<Following>;
  /** Over what is typical for untrained adults. */
  readonly steadiness?: Partial<Steadiness>;
  /** Size of the movement, 1 as written. (0, 3]. */
  readonly vigour?: number;
}

const checked = (opts: MoverOpts) => {
  const { gesture, random } = opts;
  const following: Following = { ...FOLLOWS_PULSE, ...opts.following };
  requireTime(opts.tStartMicros);
  requireRange("alpha", following.alpha, 0, 2);
  requireRange("beta", following.beta, 0, 1);
  requireRange("alphaOthers", following.alphaOthers, 0, 2);
  requireRange("movements", following.movements, 1, 64);
  requireRange("pulses", following.pulses, 1, 64);
  return {
    following,
    steadiness: { ...TYPICAL_STEADINESS, ...opts.steadiness },
    tempoHz: requireRange("tempoHz", opts.tempoHz ?? gesture.comfortableHz, gesture.slowestHz, gesture.fastestHz),
    startPhase: requireRange("startPhase", opts.startPhase ?? random.fork("start").uniform(), 0, 0.999_999_999_9),
    vigour: requireRange("vigour", opts.vigour ?? 1, 1e-6, 3),
  };
};

/** Somebody who makes one gesture over and over, and follows what they feel and hear as far as `following` says. */
export const createMover = (opts: MoverOpts): Body => buildMover("mover", opts);

/** The same under another name: see `own-rhythm.ts`. */
export const buildMover = (kind: Body["kind"], opts: MoverOpts): Body => {
  const { gesture, random, tStartMicros } = opts;
  const { following, steadiness, tempoHz, startPhase, vigour: size } = checked(opts);
  const ownPeriodMicros = 1e6 / tempoHz;
  const range = {
    ownPeriodMicros,
    shortestPeriodMicros: 1e6 / gesture.fastestHz,
    longestPeriodMicros: 1e6 / gesture.slowestHz,
  };
  const timekeeper = createTimekeeper(tStartMicros + (1 - startPhase) * ownPeriodMicros, {
    ...steadiness,
    ...range,
    random: random.fork("timing"),
  });
  const vigour = createVigour(tStartMicros, gesture, size, random.fork("vigour"));
  const impact = gesture.impact && createImpactRing(gesture.impact);
  const rhythm = createRhythm({
    tStartMicros,
    startPhase,
    timekeeper,
    following,
    learning: createPeriodLearning(timekeeper, following, range),
    onOnset(tMicros, tNextMicros) {
      const strength = vigour.onset(tMicros, tNextMicros, 1e6 / timekeeper.periodMicros);
      impact?.hit(tMicros, strength);
      body.onOnset?.(tMicros);
    },
  });
  const addGesture = compileGesture(gesture);
  const addTremor = createTremor(random.fork("tremor"));
  const addDrift = createPostureDrift(random.fork("drift"));
  const phase: Kinematics = { value: 0, rate: 0, acceleration: 0 };
  const scale: Kinematics = { value: 0, rate: 0, acceleration: 0 };

  const body: Body = {
    kind,
    poseAt(tMicros, out = createPose()) {
      rhythm.advance(tMicros);
      rhythm.phase.at(tMicros, phase);
      vigour.at(tMicros, scale);
      clearPose(out);
      addGesture(phase, scale, out);
      addTremor(tMicros, out);
      addDrift(tMicros, out);
      if (impact !== undefined) out.accelMps2[2] = (out.accelMps2[2] ?? 0) + impact.accelMps2(tMicros);
      return out;
    },
    phaseAt(tMicros) {
      rhythm.advance(tMicros);
      rhythm.phase.at(tMicros, phase);
      return phase.value;
    },
    tempoHzAt(tMicros) {
      rhythm.advance(tMicros);
      return 1e6 / timekeeper.periodMicros;
    },
    feelPulse(tMicros) {
      rhythm.feelPulse(tMicros);
    },
    hearOnset(from, tMicros) {
      rhythm.hearOnset(from, tMicros);
    },
    onOnset: undefined,
  };
  return body;
};
