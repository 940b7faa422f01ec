import type { SessionView } from "@entrain/session";

/** What a newcomer does in the first ten minutes, one after the other. */
export const GUIDE = ["feel", "stop", "start", "tempo", "exercise", "end", "reflect"] as const;
export type GuideStep = (typeof GUIDE)[number];

/** How a view was when a step began. */
export type Begun = Pick<SessionView, "tMicros" | "pacer">;

const FELT_MICROS = 30e6;

const isOver = ({ playing, exercise }: SessionView): boolean => !playing || exercise?.state === "ending";

const IS_DONE: Readonly<Record<GuideStep, (view: SessionView, begun: Begun) => boolean>> = {
  feel: (view, begun) => view.tMicros - begun.tMicros >= FELT_MICROS || view.stop.state !== "none",
  stop: (view) => view.stop.state === "confirmed",
  start: (view) => view.playing,
  tempo: (view, begun) => view.pacer.bpm !== begun.pacer.bpm,
  exercise: (view) => view.playing && view.exercise !== undefined && view.exercise.state !== "ended",
  end: isOver,
  reflect: () => false,
};

/** The step after this view: the same, or the next where it is done. */
export const guideAfter = (step: GuideStep, view: SessionView, begun: Begun): GuideStep =>
  IS_DONE[step](view, begun) ? (GUIDE[GUIDE.indexOf(step) + 1] ?? step) : step;
