import type { GroupDocument } from "./group/group-document.ts";

/**
 * What the people of a session have in common. `group`: those of a document; wearers say yes on their bands. `class`:
 * numbered bands, nobody's name; any press stops, and pulses are softer. `try`: virtual people.
 */
export type Circle = "group" | "class" | "try";

/** A band that was found, and who has it. */
export interface FoundBand {
  /** By which it is asked for. */
  readonly id: string;
  /** What it is called where it hangs, such as a port. */
  readonly label: string;
  /** `silent`: the port is there, and nothing that a band would say came from it yet. */
  readonly state: "looking" | "silent" | "here";
  readonly batteryPercent?: number;
  /** The member who has it. */
  readonly member?: number;
  /** Its button was pressed last of all. */
  readonly pressedLast?: true;
  /** Where its wearer is virtual: how they take part, one of `WayView.personas`. */
  readonly persona?: string;
}

/** A place in the circle. */
export interface PlaceView {
  /** Colour and shape, see `MARKS`. */
  readonly mark: number;
  /** The band that is there. */
  readonly bandId?: string;
}

/** Where a group is on the way through, beside its session: absent where there is none, as in a replay. */
export interface WayView {
  /** Higher at every change. */
  readonly revision: number;
  /** Whether bands are looked for at the ports of this computer; else all of them are virtual. */
  readonly real: boolean;
  /** Absent while no session is open. */
  readonly circle?: Circle;
  readonly groupId?: string;
  /** False where this group wants no scores. */
  readonly scores: boolean;
  /** By member. */
  readonly places: readonly PlaceView[];
  readonly found: readonly FoundBand[];
  /** The ways in which virtual people can take part; absent where nobody is. */
  readonly personas?: readonly string[];
  /** The session goes on after a break of the host program, and was not begun anew by anybody. */
  readonly resumed?: true;
  /** What the last session leaves: a page to look back with. */
  readonly last?: LastSession;
}

export interface LastSession {
  readonly circle: Circle;
  /** Titles of what was done, in order. */
  readonly done: readonly string[];
  readonly minutes: number;
  readonly scores: boolean;
  /** Where it was kept: the name of its file. */
  readonly file?: string;
}

/** What is asked on the way through: of whoever opens sessions, not of a session. */
export type WayCommand =
  /** Opens a session; one that is open is closed, and its bands rest. */
  | { readonly kind: "open"; readonly circle: "group"; readonly id: string }
  | { readonly kind: "open"; readonly circle: "class" | "try" }
  /** Everything ends, and what was kept is whole. */
  | { readonly kind: "close" }
  /** Looks for bands anew. */
  | { readonly kind: "look" }
  /** Three soft pulses and the light. */
  | { readonly kind: "identify"; readonly band: string }
  /** A virtual wearer takes part in another way from now on. Refused of anybody else. */
  | { readonly kind: "persona"; readonly band: string; readonly persona: string }
  /** A band comes to a place; where another was there, the two change places. Without `member` it is put aside. */
  | { readonly kind: "assign"; readonly band: string; readonly member?: number }
  /** Keeps a group, in place of the one of that name; what it says of consents holds at once where it is here. */
  | { readonly kind: "save-group"; readonly group: GroupDocument }
  | { readonly kind: "delete-group"; readonly id: string };
