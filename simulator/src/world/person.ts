import type { SessionMicros } from "@entrain/protocol";
import {
  armSwing,
  type Body,
  breath,
  clap,
  createMover,
  createOwnRhythm,
  createStill,
  createTurns,
  drum,
  FOLLOWS_NOTHING,
  type Gesture,
  type MoverOpts,
  step,
  sway,
} from "../body/index.ts";
import type { Random } from "../random/index.ts";
import { type Manner, MANNERS, type MannerSpec } from "./manners.ts";

/** What the people of a simulation do with their arms. */
export const gestures = { sway, step, "arm-swing": armSwing, drum, clap, breath } as const satisfies Record<
  string,
  Gesture
>;

export type GestureName = keyof typeof gestures;

export interface Person {
  readonly name: string;
  readonly gesture: GestureName;
  readonly manner: Manner;
}

const within = ({ slowestHz, fastestHz }: Gesture, tempoHz: number): number =>
  Math.min(fastestHz, Math.max(slowestHz, tempoHz));

/** How far apart people's own tempi are, as a share. */
const TEMPO_SD = 0.12;

/** Hands that are busy with something: no two movements alike, and deaf to pulses. */
const FIDGET: Pick<MoverOpts, "gesture" | "following" | "steadiness" | "vigour"> = {
  gesture: armSwing,
  following: FOLLOWS_NOTHING,
  steadiness: { timekeeperSdRatio: 0.3, wanderSdRatio: 0.3, wanderCycles: 3 },
  vigour: 0.5,
};

/** A virtual person. @param beatHz - beats a second that the group will be paced at */
export const createPerson = (
  { gesture: name, manner }: Person,
  beatHz: number,
  tStartMicros: SessionMicros,
  random: Random,
): Body => {
  const gesture = gestures[name];
  const { tempoShare, tempoSd = TEMPO_SD, following, turns, ...size }: MannerSpec = MANNERS[manner];
  if (following === "still") return createStill({ random });
  // Nobody's own tempo is just the pacer's.
  const own = within(gesture, beatHz * (1 + tempoSd * random.fork("own tempo").normal()));
  const each = { gesture, random, tStartMicros, tempoHz: within(gesture, own * tempoShare), ...size };
  if (following === "nothing") return createOwnRhythm(each);
  const main = createMover({ ...each, following });
  if (turns === undefined) return main;
  const aside = random.fork(turns.to);
  const other =
    turns.to === "rest" ? createStill({ random: aside }) : createMover({ ...FIDGET, random: aside, tStartMicros });
  return createTurns({ ...turns, main, other, tStartMicros, random: random.fork("turns") });
};
