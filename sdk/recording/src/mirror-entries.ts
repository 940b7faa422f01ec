import type { SessionMicros } from "@entrain/protocol";
import type { At } from "./at.ts";

/** What reaches a wrist: the steady beat, the echo of the own movement, a partner's, the group's, or nothing. */
export const WRIST_SOURCES = ["beat", "own", "partner", "group", "none"] as const;
export type WristSource = (typeof WRIST_SOURCES)[number];

/** What somebody may choose: one of these, or whatever the exercise has for them. */
export const WRIST_CHOICES = [...WRIST_SOURCES, "exercise"] as const;
export type WristChoice = (typeof WRIST_CHOICES)[number];

/** A band that leads told of a movement onset. */
export interface OnsetEntry extends At<"onset"> {
  readonly member: number;
  readonly onsetMicros: SessionMicros;
  /** About how hard, in g. */
  readonly strengthG: number;
}

/** What became of a movement onset on its way to somebody else's wrist, or to the same one. */
export interface MirroredEntry extends At<"mirrored"> {
  readonly leader: number;
  readonly follower: number;
  readonly onsetMicros: SessionMicros;
  /**
   * `thinned`: too soon after the one before, or too many; `late`: it would have come too late; `withheld`: the band's own
   * limits, or its wearer, forbade it; `unheard`: the band did not answer.
   */
  readonly outcome: "played" | "thinned" | "late" | "withheld" | "unheard";
  /** From the onset to the motor's command; with `played`. */
  readonly delayMicros?: number;
}

/** Whose movement reaches whose wrist from now on: another's or their own. */
export interface MirrorEntry extends At<"mirror"> {
  readonly routes: readonly { readonly leader: number; readonly follower: number }[];
}

/** What somebody chose to have on their wrist. */
export interface WristEntry extends At<"wrist"> {
  readonly member: number;
  readonly source: WristChoice;
  /** Where it was chosen. */
  readonly by: "host" | "band";
}
