/**
 * What one person wants of any exercise. It goes with the person, whichever band they wear. Every field but `phaseBeats`
 * only ever takes away: the wearer's own cap on the band comes on top of all of it.
 */
export interface PersonSettings {
  /** The most, of what the board allows, 0 to 100. Default 100. */
  readonly strengthPercent?: number;
  /** `beats`: nothing between them. `first-of-bar`: only the first beat of each bar. Default: the pattern as it is. */
  readonly simplify?: "beats" | "first-of-bar";
  /** `"1:2"`, half-time: of every 2 beats the first is felt; n of every m, 1 to 4 each, n at most m. Default `"1:1"`. */
  readonly ratio?: string;
  /** Beats by which pulses come later, or, below 0, earlier: −0.25 to 0.25. Default 0. A breath stays where it is. */
  readonly phaseBeats?: number;
  /** `light`: the band's light in place of its motor, from then on until its wearer changes that. Default `motor`. */
  readonly pulses?: "motor" | "light" | "off";
  /** False: their movement counts in no score. Default true. */
  readonly scored?: boolean;
}

/** Whoever wants everything as it comes. */
export const NO_SETTINGS: PersonSettings = {};

/** People by name or by pseudonym. */
export interface PeopleDocument {
  readonly format: "entrain-people";
  readonly people: Readonly<Record<string, PersonSettings>>;
}
