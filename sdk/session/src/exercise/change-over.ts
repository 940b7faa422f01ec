import { type Cast, castFor, type ExerciseStep, type StepTempo } from "@entrain/pacing";

/** Who is who once people have changed places; undefined where a step has no places to change. */
export const changedOver = (step: ExerciseStep, cast: Cast): Cast | undefined => {
  const places = new Set(step.roles.map(({ who }) => who));
  const followsLeader =
    step.tempo.source === "leader" || step.roles.some((role) => "of" in role && role.of === "leader");
  if (places.has("pair-first") || places.has("pair-second"))
    return castFor({ ...step, leader: "same", swap: true }, cast);
  if (places.has("leader") || places.has("others") || followsLeader)
    return castFor({ ...step, leader: "next", swap: false }, cast);
  return undefined;
};

const tempoFrom = (tempo: StepTempo, bpm: number): StepTempo => {
  switch (tempo.source) {
    case "fixed":
    case "tap":
    case "leader":
    case "partner":
      return { ...tempo, bpm };
    case "ramp":
      return { source: "fixed", bpm };
    default:
      return tempo;
  }
};

/** The same step as it goes on: at the tempo that it had, without another count-in. */
export const goneOn = ({ countInBars: _counted, ...step }: ExerciseStep, bpm: number): ExerciseStep => ({
  ...step,
  tempo: tempoFrom(step.tempo, bpm),
});
