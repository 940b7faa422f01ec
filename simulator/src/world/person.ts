import type { SessionMicros } from "@entrain/protocol";
import {
  armSwing,
  type Body,
  breath,
  clap,
  createMover,
  createOwnRhythm,
  createStill,
  drum,
  type Gesture,
  step,
  sway,
} from "../body/index.ts";
import type { Random } from "../random/index.ts";

/** What the people of a simulation do with their arms. */
export const gestures = { sway, step, "arm-swing": armSwing, drum, clap, breath } as const satisfies Record<
  string,
  Gesture
>;

export type GestureName = keyof typeof gestures;

/** How somebody takes part. */
export type Manner = "follows" | "half-time" | "double-time" | "own-rhythm" | "still";

export interface Person {
  readonly name: string;
  readonly gesture: GestureName;
  readonly manner: Manner;
}

const within = ({ slowestHz, fastestHz }: Gesture, tempoHz: number): number =>
  Math.min(fastestHz, Math.max(slowestHz, tempoHz));

/** A virtual person. @param beatHz - beats a second that the group will be paced at */
export const createPerson = (
  { gesture: name, manner }: Person,
  beatHz: number,
  tStartMicros: SessionMicros,
  random: Random,
): Body => {
  const gesture = gestures[name];
  const each = { gesture, random, tStartMicros };
  // Nobody's own tempo is just the pacer's.
  const own = within(gesture, beatHz * (1 + 0.12 * random.fork("own tempo").normal()));
  switch (manner) {
    case "still":
      return createStill({ random });
    case "own-rhythm":
      return createOwnRhythm({ ...each, tempoHz: within(gesture, own * 1.17) });
    case "half-time":
      return createMover({ ...each, tempoHz: within(gesture, own / 2), following: { movements: 1, pulses: 2 } });
    case "double-time":
      return createMover({ ...each, tempoHz: within(gesture, own * 2), following: { movements: 2, pulses: 1 } });
    case "follows":
      return createMover({ ...each, tempoHz: own });
  }
};
