import type { LeadMember } from "./api.ts";

/** How one member stands to the pulse. */
export type Standing = "with" | "apart" | "unknown";

/** Movements to beats that count as being with the pulse. */
const RATIOS = [
  { movements: 1, beats: 1 },
  { movements: 1, beats: 2 },
  { movements: 2, beats: 1 },
] as const;
/** Another ratio than the first is taken up when the tempo has fitted it this well (natural logarithm) for so long. */
const RATIO_FITS = 0.06;
const RATIO_BEATS = 12;
/** Phases are averaged over so many beats: short enough to see a step's outcome, long enough not to see noise. */
const MEMORY_BEATS = 6;
/**
 * What somebody's usual distance from the pulse is averaged over, and when it is known. Long on purpose: were it short, whoever
 * trails more and more would be thought to have meant to.
 */
const USUAL_BEATS = 400;
const USUAL_KNOWN_BEATS = 24;
/** Who keeps the pulse's tempo this far from their usual place is no longer with it: a quarter of a cycle. */
const AWAY_CYCLES = 0.25;
/** Resultant length from which, and down to which, somebody is with the pulse. 3 % beside its tempo gives .8. */
const JOINS_ABOVE = 0.8;
const LEAVES_BELOW = 0.6;
/** Before so many beats have been seen nothing is said; nor when so many have passed unseen. */
const KNOWN_AFTER_BEATS = 4;
const FORGOTTEN_AFTER_BEATS = 4;

const TAU = 2 * Math.PI;

/**
 * Watches one member's phase relative to the pulse: the resultant length of its last beats (Fisher 1993), weighted
 * exponentially, says whether they keep step; how far the mean has moved from their usual place, whether they trail, and
 * from a quarter of a cycle on, that they are no longer with it. Where the zero of the movement's phase lies does not matter.
 */
export class Companion {
  standing: Standing = "unknown";
  /** Beats since the standing last changed. */
  standingBeats = 0;
  /** Beats for which this member has been with the pulse, and apart from it, in all. */
  withBeats = 0;
  apartBeats = 0;
  /** Where the movement is now from its usual place, in beats; positive is ahead. 0 unless it keeps the pulse's tempo. */
  aheadBeats = 0;
  private ratio: (typeof RATIOS)[number] | undefined;
  private otherBeats = 0;
  private beat = NaN;
  private knownBeats = 0;
  private unseenBeats = Infinity;
  private readonly mean = { re: 0, im: 0 };
  private readonly usual = { re: 0, im: 0 };
  private usualBeats = 0;

  /** Beats a second that this member's movement implies. */
  impliedHz(tempoHz: number): number {
    const { movements, beats } = this.ratio ?? RATIOS[0];
    return (tempoHz * beats) / movements;
  }

  take({ state, tempoHz, phaseRad }: LeadMember, beat: number, beatHz: number): void {
    const passed = beat - this.beat;
    this.beat = beat;
    // Also where the pulse starts anew: comparisons with NaN are false.
    if (!(passed >= 0 && passed < 2 * FORGOTTEN_AFTER_BEATS)) {
      this.forget();
      return;
    }
    this.standingBeats += passed;
    const isKnown = Number.isFinite(tempoHz) && Number.isFinite(phaseRad);
    if (state !== "moving" || tempoHz === undefined || phaseRad === undefined || !isKnown) {
      this.miss(passed);
      return;
    }
    this.unseenBeats = 0;
    this.chooseRatio(tempoHz, beatHz, passed);
    this.knownBeats += passed;
    // An exponential mean that begins as a plain one.
    const weight = Math.max(1 - Math.exp(-passed / MEMORY_BEATS), Math.min(1, passed / this.knownBeats));
    const rad = this.relativeRad(phaseRad, beat);
    this.mean.re += (Math.cos(rad) - this.mean.re) * weight;
    this.mean.im += (Math.sin(rad) - this.mean.im) * weight;
    this.judge(passed);
  }

  private relativeRad(phaseRad: number, beat: number): number {
    const { movements, beats } = this.ratio ?? RATIOS[0];
    return beats * phaseRad - TAU * movements * beat;
  }

  private miss(passed: number): void {
    this.unseenBeats += passed;
    if (this.unseenBeats > FORGOTTEN_AFTER_BEATS) this.forget();
  }

  private forget(): void {
    this.knownBeats = 0;
    this.unseenBeats = Infinity;
    this.mean.re = this.mean.im = 0;
    this.aheadBeats = 0;
    this.enter("unknown");
  }

  private enter(standing: Standing): void {
    if (standing === this.standing) return;
    this.standing = standing;
    this.standingBeats = 0;
  }

  /** A slowed pulse that nobody followed is not followed in double time, only because the tempi are nearly two to one. */
  private chooseRatio(tempoHz: number, beatHz: number, passed: number): void {
    const misfit = ({ movements, beats }: (typeof RATIOS)[number]): number =>
      Math.abs(Math.log((tempoHz * beats) / (movements * beatHz)));
    const best = RATIOS.reduce((a, b) => (misfit(b) < misfit(a) ? b : a));
    const fitsOther = this.ratio === undefined || (best !== this.ratio && misfit(best) < RATIO_FITS);
    this.otherBeats = fitsOther ? this.otherBeats + passed : 0;
    if (this.ratio !== undefined && this.otherBeats < RATIO_BEATS) return;
    if (best !== this.ratio && this.ratio !== undefined) {
      this.forget();
      this.usualBeats = 0;
    }
    this.unseenBeats = 0;
    this.ratio = best;
  }

  private judge(passed: number): void {
    if (this.knownBeats < KNOWN_AFTER_BEATS) return;
    const { mean, usual } = this;
    const resultant = Math.hypot(mean.re, mean.im);
    const keepsStep = resultant > (this.standing === "with" ? LEAVES_BELOW : JOINS_ABOVE);
    const turnRad = Math.atan2(mean.im * usual.re - mean.re * usual.im, mean.re * usual.re + mean.im * usual.im);
    const isWith = keepsStep && (this.usualBeats < USUAL_KNOWN_BEATS || Math.abs(turnRad) < TAU * AWAY_CYCLES);
    this.enter(isWith ? "with" : "apart");
    if (isWith) this.withBeats += passed;
    else this.apartBeats += passed;
    this.aheadBeats = this.usualBeats > 0 && keepsStep ? turnRad / (TAU * (this.ratio ?? RATIOS[0]).movements) : 0;
    if (!isWith) return;
    this.usualBeats += passed;
    const share = Math.max(1 - Math.exp(-passed / USUAL_BEATS), Math.min(1, passed / this.usualBeats));
    usual.re += (mean.re - usual.re) * share;
    usual.im += (mean.im - usual.im) * share;
  }
}
