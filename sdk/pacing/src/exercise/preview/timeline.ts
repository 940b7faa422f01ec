import { MICROS_PER_SECOND, sessionMicros } from "@entrain/protocol";
import { FIRST_BPM } from "../check/step-problems.ts";
import type { ExerciseDocument, ExerciseStep, StepRole, Who } from "../document.ts";
import { countInMicros, cueMicros, type LaidStep, layStep, microsOf } from "../lay-step.ts";
import { cuePlan } from "../quiet-plans.ts";
import { rolePlan } from "../role-plan.ts";
import { type PlannedPulse, pulsesBetween } from "./pulses.ts";

/** One step on a time line, µs from the beginning of the exercise. */
export interface TimelineStep {
  readonly step: ExerciseStep;
  readonly startMicros: number;
  readonly endMicros: number;
  /** Somebody ends it: drawn for a while. */
  readonly isOpen: boolean;
  readonly cueMicros: number | undefined;
  /** Beats a minute when it begins and once it has come through. */
  readonly bpm: number;
  readonly endBpm: number;
  readonly lanes: readonly TimelineLane[];
}

export interface TimelineLane {
  readonly who: Who;
  readonly plays: StepRole["plays"];
  readonly pulses: readonly PlannedPulse[];
}

export interface Timeline {
  readonly steps: readonly TimelineStep[];
  /** End of the fade. */
  readonly endMicros: number;
}

/** A step that somebody ends is drawn for so long. */
const OPEN_MICROS = 60 * MICROS_PER_SECOND;

const lanePulses = ({ frame, course }: LaidStep, role: StepRole, startMicros: number, toMicros: number) => {
  const pulses: PlannedPulse[] = [];
  const timeOf = (bar: number): number => startMicros + course.microsOfBeat(bar * course.beatsPerBar);
  for (let bar = 0; timeOf(bar) < toMicros;) {
    const { segments, bars } = course.mapFrom(bar);
    const fromMicros = sessionMicros(timeOf(bar));
    const plan = rolePlan(role, frame, { segments, fromMicros, fromBeat: bar * course.beatsPerBar, revision: 1 });
    const until = Number.isFinite(bars) ? Math.min(toMicros, timeOf(bar + bars)) : toMicros;
    pulses.push(...pulsesBetween(plan, fromMicros, until - 1));
    bar += bars;
  }
  return pulses;
};

/**
 * What an exercise plays when, if nobody goes on or back and every tempo that comes from people is the one that it
 * begins with.
 *
 * @param document - one that `readExercise` has let through
 */
export const timelineOf = ({ steps, ending }: ExerciseDocument): Timeline => {
  let atMicros = 0;
  let bpm = FIRST_BPM;
  const laidOut = steps.map((step): TimelineStep => {
    const laid = layStep(step, bpm);
    const { course } = laid;
    const [startMicros, bodyMicros] = [atMicros, atMicros + countInMicros(laid)];
    const length = microsOf(laid);
    const endMicros = bodyMicros + (length ?? OPEN_MICROS);
    const cueAtMicros = step.cue === false ? undefined : bodyMicros + cueMicros(course, endMicros - bodyMicros);
    const cues =
      cueAtMicros === undefined ? [] : pulsesBetween(cuePlan(sessionMicros(cueAtMicros), 1), cueAtMicros, endMicros);
    const lanes = step.roles.map((role) => ({
      who: role.who,
      plays: role.plays,
      pulses: [...lanePulses(laid, role, bodyMicros, cueAtMicros ?? endMicros), ...cues],
    }));
    atMicros = endMicros;
    const bpmNow = laid.bpm;
    bpm = laid.endBpm;
    return {
      step,
      startMicros,
      endMicros,
      isOpen: "until" in step.lasts,
      cueMicros: cueAtMicros,
      bpm: bpmNow,
      endBpm: laid.endBpm,
      lanes,
    };
  });
  return { steps: laidOut, endMicros: atMicros + ending.fadeSeconds * MICROS_PER_SECOND };
};
