import type { LeadReading } from "./api.ts";
import { Companion } from "./companion.ts";
import { OwnRhythms } from "./own-rhythms.ts";

/** Whoever came apart no longer ago than this may well come back by themselves. */
const JUST_APART_BEATS = 16;

/** A tenth of a beat ahead is answered like a tempo 2 % faster. */
const WISH_PER_BEAT = 0.2;

/** How a group stands to the pulse. */
export interface Standings {
  /** Members whose rhythm is known, those with one of their own left out. */
  readonly moving: number;
  readonly withPulse: number;
  /** Of those apart, who was with the pulse until a moment ago. */
  readonly justApart: number;
  /** Share of those who move; 0 where nobody does. */
  readonly share: number;
  /** Of each of those with the pulse, how far ahead of their usual place, beats. */
  readonly aheadBeats: readonly number[];
}

/** All members of a group, and how they stand to the pulse together. */
export class Company {
  private readonly companions: readonly Companion[];
  private readonly own = new OwnRhythms();

  constructor(members: number) {
    this.companions = Array.from({ length: members }, () => new Companion());
  }

  /** Takes a reading in which something is pulsed. */
  take({ members, pulse }: LeadReading): void {
    if (pulse === undefined) return;
    this.companions.forEach((companion, k) => {
      companion.take(members[k] ?? { state: "no-signal" }, pulse.beat, pulse.bpm / 60);
    });
    this.own.take(this.companions);
  }

  standings(): Standings {
    const counted = this.companions.filter((each) => each.standing !== "unknown" && !this.own.has(each));
    const together = counted.filter(({ standing }) => standing === "with");
    const isJustApart = ({ standing, standingBeats, withBeats }: Companion): boolean =>
      standing === "apart" && standingBeats < JUST_APART_BEATS && withBeats > 0;
    return {
      moving: counted.length,
      withPulse: together.length,
      justApart: counted.filter(isJustApart).length,
      share: counted.length === 0 ? 0 : together.length / counted.length,
      aheadBeats: together.map(({ aheadBeats }) => aheadBeats),
    };
  }

  /**
   * Where those apart would have the pulse go, as natural logarithms of tempi from the one it has: to the tempo of who has
   * another; of who keeps it, but has run ahead or fallen behind, a little faster or slower.
   */
  wishes({ members }: LeadReading, bpm: number): number[] {
    return this.companions.flatMap((companion, k) => {
      const { tempoHz, state } = members[k] ?? {};
      const counts = companion.standing === "apart" && !this.own.has(companion);
      if (!counts || state !== "moving" || tempoHz === undefined) return [];
      return [Math.log((60 * companion.impliedHz(tempoHz)) / bpm) + WISH_PER_BEAT * companion.aheadBeats];
    });
  }

  /** Beats a second that the movement of those who count implies, one each. */
  tempiHz({ members }: LeadReading): number[] {
    return this.companions.flatMap((companion, k) => {
      const { tempoHz, state } = members[k] ?? {};
      const counts = companion.standing !== "unknown" && !this.own.has(companion);
      return counts && state === "moving" && tempoHz !== undefined ? [companion.impliedHz(tempoHz)] : [];
    });
  }
}
