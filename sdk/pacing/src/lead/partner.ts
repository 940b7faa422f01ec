import { PacingError } from "../errors.ts";
import { MAX_BPM, MIN_BPM } from "../tempo.ts";
import type { LeadMember } from "./api.ts";

/** What a person's movement and the pulse are known to be, and when a correction would begin to hold. */
export interface PartnerReading {
  /** The moment that the reading speaks of. */
  readonly tMicros: number;
  readonly member: LeadMember;
  /** The bar line from which on the pulse can be another: its time, and the beat that it has as things stand. */
  readonly bar: { readonly tMicros: number; readonly beat: number; readonly bpm: number };
}

/** What the pulse does from that bar on. */
export interface PartnerStep {
  readonly bpm: number;
  /** All beats after the first bar come so much later; negative: sooner. The first bar bends towards it. */
  readonly shiftMicros: number;
}

export interface PartnerOpts {
  /** 0 is a steady leader, 1 follows as far as it can. */
  readonly correctionShare: number;
  /** The partner's own tempo, to which it comes back the more the less it follows. */
  readonly bpm: number;
  readonly beatsPerBar: number;
}

/** People are a little early, as a share of the beat; a partner who took that for hurry would be led ever faster. */
const USUAL_AHEAD_BEATS = 0.06;
const MOST_USUAL_BEATS = 0.15;
/** What is usual for this person is averaged over so many beats. */
const USUAL_BEATS = 32;
/**
 * What a share of 1 takes back each bar, of the phase and of the period. A correction holds one to two bars after the
 * movement that it answers, and a loop that is two bars late is stable below a gain of (√5 − 1) / 2 = .62 alone, whatever the
 * person adds to it; the undelayed bound, that both corrections together stay below 2 (Repp & Keller 2008), is far wider.
 */
const PHASE_GAIN = 0.6;
const PERIOD_GAIN = 0.2;
/** Share of the way back to the own tempo each bar, of a partner that hardly follows. */
const HOME_GAIN = 0.2;
/** From one bar to the next the tempo changes by no more than this share, and beats move by no more than that of a beat. */
const MOST_TEMPO_SHARE = 0.06;
const MOST_SHIFT_BEATS = 0.25;
/** Never slower or faster than the own tempo by more than this factor, whoever leads whom. */
const RANGE_RATIO = 1.5;
/** A tempo farther off than this is another one: half or double time, or something else altogether. */
const OWN_TEMPO_RATIO = 1.4;

const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/**
 * A virtual partner (Repp & Keller 2008; Fairhurst, Janata & Keller 2013): its pulses correct for a set share of how far
 * the person's movement is from them, in phase and, less, in period. Beats are never sent, so it is taken back once a bar,
 * from where the person will be by then at the tempo that they have.
 *
 * @throws PacingError `lead-out-of-range`
 */
export class VirtualPartner {
  private readonly opts: PartnerOpts;
  private usualBeats = USUAL_AHEAD_BEATS;

  constructor(opts: PartnerOpts) {
    const { correctionShare: share } = opts;
    if (!(share >= 0 && share <= 1)) {
      throw new PacingError("lead-out-of-range", `expected correctionShare from 0 to 1, found ${String(share)}`);
    }
    this.opts = opts;
  }

  /** @returns undefined where nothing is known to correct for; the pulse then stays as it is */
  next({ tMicros, member, bar }: PartnerReading): PartnerStep | undefined {
    const { correctionShare: share, beatsPerBar, bpm: ownBpm } = this.opts;
    const { tempoHz, phaseRad, state } = member;
    if (state !== "moving" || tempoHz === undefined || phaseRad === undefined || share === 0) return undefined;
    const personBpm = 60 * tempoHz;
    if (!(Math.abs(Math.log(personBpm / bar.bpm)) <= Math.log(OWN_TEMPO_RATIO))) return undefined;
    const cyclesThen = phaseRad / (2 * Math.PI) + (tempoHz * (bar.tMicros - tMicros)) / 1e6;
    const ahead = cyclesThen - bar.beat;
    const aheadBeats = ahead - Math.round(ahead);
    const surplus = within(aheadBeats - this.usualBeats, MOST_SHIFT_BEATS);
    this.usualBeats = within(
      this.usualBeats + (aheadBeats - this.usualBeats) * (beatsPerBar / USUAL_BEATS),
      MOST_USUAL_BEATS,
    );
    const towardsPerson = PERIOD_GAIN * share * Math.log(personBpm / bar.bpm);
    const towardsOwn = HOME_GAIN * (1 - share) * Math.log(ownBpm / bar.bpm);
    const change = within(towardsPerson + towardsOwn, MOST_TEMPO_SHARE);
    const wanted = within(Math.log(bar.bpm / ownBpm) + change, Math.log(RANGE_RATIO));
    const bpm = Math.min(MAX_BPM, Math.max(MIN_BPM, ownBpm * Math.exp(wanted)));
    return { bpm, shiftMicros: -PHASE_GAIN * share * surplus * (60e6 / bpm) };
  }
}
