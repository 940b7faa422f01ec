import type { ExerciseCard, SessionView } from "@entrain/session";

type ExerciseState = NonNullable<SessionView["exercise"]>;

/** A step of an exercise on its line. */
export interface Stretch {
  /** Absent where the exercise is not among those that are known. */
  readonly title?: string;
  /** Seconds; absent where somebody ends it. */
  readonly seconds?: number;
  /** Share of the line's length; all together are 1. */
  readonly share: number;
  /** How much of it is over, 0 to 1. */
  readonly done: number;
}

/** A step that somebody ends is drawn as long as this. */
const OPEN_SECONDS = 60;
/** Nothing is drawn narrower than this share of the line, or its place could not be seen. */
const LEAST_SHARE = 0.04;

const doneOf = (place: number, seconds: number | undefined, state: ExerciseState, tMicros: number): number => {
  if (place < state.step || state.state === "ended" || state.state === "ending") return 1;
  if (place > state.step || state.endsMicros === undefined || seconds === undefined) return 0;
  const left = (state.endsMicros - tMicros) / 1e6;
  return Math.min(1, Math.max(0, 1 - left / seconds));
};

/** The whole exercise as one line. */
export const stretchesOf = (
  state: ExerciseState,
  tMicros: number,
  cards: readonly ExerciseCard[],
): readonly Stretch[] => {
  const known = cards.find(({ name }) => name === state.name)?.steps;
  const steps = known?.length === state.steps ? known : Array.from({ length: state.steps }, () => ({}));
  const lengths = steps.map((step) => ("seconds" in step ? (step.seconds ?? OPEN_SECONDS) : OPEN_SECONDS));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const least = total * LEAST_SHARE;
  const drawn = lengths.map((length) => Math.max(least, length));
  const whole = drawn.reduce((sum, length) => sum + length, 0);
  return steps.map((step, place) => ({
    ...step,
    share: (drawn[place] ?? 0) / whole,
    done: doneOf(place, "seconds" in step ? step.seconds : undefined, state, tMicros),
  }));
};
