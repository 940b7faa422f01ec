import type { LeadDecision, LeadFacts, LeadPhase, LeadReading, LeadReason } from "./api.ts";
import { Company, type Standings } from "./company.ts";
import { isAnyoneMoving, Listening } from "./listening.ts";
import { medianOf } from "./median.ts";
import { meetingTempoHz } from "./meeting-tempo.ts";
import { Release } from "./release.ts";
import type { LeadSettings } from "./settings.ts";
import { Spell } from "./spell.ts";
import { Stride, trailing } from "./stride.ts";
import { leadWords } from "./words.ts";

/** A tempo this near to what was asked for, as a share, is that tempo. */
const SAME_TEMPO = 0.002;
/** Beats of a new tempo that must have been seen before the next change: what a step does shows no sooner. */
const SEEN_BEATS = 1.5;
/** Where most are apart, waiting longer does not bring them back. */
const [FEW_WAIT_BEATS, MET_WAIT_BEATS] = [8, 16];
/** The pulse eases back towards those who are apart so often before it leaves that; nearer than this it is where they are. */
const MOST_EASES = 9;
const LEAST_EASE = 0.01;

export interface LeadControllerOpts {
  readonly settings: LeadSettings;
  readonly members: number;
  readonly beatsPerBar: number;
}

/**
 * Attune, lead, hold, release: joins a group at its own tempo, then moves towards a target only as fast as the group
 * stays with the pulse, waits or goes back where it does not, and lets go at the end.
 *
 * Deterministic: the same readings give the same decisions. Whoever plays them gives the pulse `bpm` from the next bar
 * on, and tells by `pulse` in the readings what is being played. One person is a group of one.
 */
export class LeadController {
  private readonly settings: LeadSettings;
  private readonly beatsPerBar: number;
  private readonly company: Company;
  private readonly listening: Listening;
  private readonly stride: Stride;
  private letting: Release | undefined;
  private phase: LeadPhase = "attune";
  private bpm = 0;
  private targetBpm = 0;
  private strengthShare = 1;
  private said: LeadReason | undefined;
  /** Beat from which the present tempo has been seen; NaN while it has not. */
  private settledBeat = NaN;
  private readonly spell: Spell;
  private heldMicros = NaN;
  /** How often the pulse has eased back since the group was last together. */
  private eases = 0;
  /** Whether the pulse has gone to the group since it was last together: a new tempo takes a while to be taken up. */
  private hasMet = false;

  constructor({ settings, members, beatsPerBar }: LeadControllerOpts) {
    this.settings = settings;
    this.beatsPerBar = beatsPerBar;
    this.company = new Company(members);
    this.listening = new Listening(settings);
    this.spell = new Spell(settings.goShare);
    this.stride = new Stride(Math.log1p(settings.mostPercentPerBar / 100));
  }

  get state(): { readonly phase: LeadPhase; readonly bpm: number; readonly targetBpm: number } {
    return { phase: this.phase, bpm: this.bpm, targetBpm: this.targetBpm };
  }

  /** Lets go of the group from now on, wherever it is. */
  letGo(): void {
    if (this.phase === "attune" || this.phase === "lead" || this.phase === "hold") this.phase = "release";
  }

  /** Takes the next reading, in order of time; a few a second are enough. @returns what was decided, where anything was */
  take(reading: LeadReading): LeadDecision | undefined {
    if (this.phase === "ended") return undefined;
    if (this.bpm === 0 && reading.pulse === undefined) return this.listen(reading);
    if (reading.pulse === undefined) return undefined;
    if (this.bpm === 0) return this.join(reading, reading.pulse.bpm);
    this.company.take(reading);
    if (this.phase === "release") return this.release(reading, reading.pulse);
    return this.pace(reading, reading.pulse);
  }

  private listen(reading: LeadReading): LeadDecision | undefined {
    const heard = this.listening.take(reading);
    const facts = { moving: heard.moving, withPulse: 0 };
    if (heard.tempoHz === undefined)
      return this.sayOnce(reading, heard.moving > 0 ? "listening" : "nobody-moves", facts);
    this.bpm = 60 * heard.tempoHz;
    return this.decide(reading, "attuned", 0, { ...facts, groupBpm: this.bpm });
  }

  /** Something is pulsed already: that is where it begins. */
  private join(reading: LeadReading, bpm: number): LeadDecision {
    this.bpm = bpm;
    return this.decide(reading, "joined", bpm, { moving: 0, withPulse: 0 });
  }

  /** Set from the tempo at which the group has been met; a change by nothing stays wherever the group is. */
  private aim(): void {
    const { targetBpm, changePercent = 0, slowestBpm, fastestBpm } = this.settings;
    if (this.phase !== "attune" && changePercent !== 0) return;
    const wanted = targetBpm ?? this.bpm * (1 + changePercent / 100);
    this.targetBpm = Math.min(fastestBpm, Math.max(slowestBpm, wanted));
  }

  private pace(reading: LeadReading, { beat, bpm }: NonNullable<LeadReading["pulse"]>): LeadDecision | undefined {
    if (Math.abs(bpm / this.bpm - 1) > SAME_TEMPO) this.settledBeat = NaN;
    else if (Number.isNaN(this.settledBeat)) this.settledBeat = beat;
    const standings = this.company.standings();
    this.spell.take(beat, standings);
    if (!(beat - this.settledBeat >= SEEN_BEATS)) return undefined;
    if (standings.moving === 0)
      return isAnyoneMoving(reading) ? undefined : this.sayOnce(reading, "nobody-moves", standings);
    if (standings.share < this.settings.goShare) return this.regain(reading, beat, standings);
    return this.goOn(reading, beat, standings);
  }

  /**
   * Not enough are with the pulse: it waits, then eases back towards those who are apart, a step at a time, until enough
   * are back. Where that helps nobody, it goes to the tempo that most could take up, or on gently with the others.
   */
  private regain(reading: LeadReading, beat: number, standings: Standings): LeadDecision | undefined {
    const { patienceBeats, backShare } = this.settings;
    this.stride.shorten();
    const isFew = standings.share < backShare || this.phase === "attune";
    const waitedBeats = beat - Math.max(this.spell.apartBeat, this.settledBeat);
    const isMet = this.phase === "attune" && this.said === "some-apart" && this.hasMet;
    const waits = isMet ? MET_WAIT_BEATS : isFew ? FEW_WAIT_BEATS : patienceBeats;
    if (waitedBeats < waits) return this.sayOnce(reading, "some-apart", standings);
    this.spell.apartBeat = beat;
    return (
      this.ease(reading, standings) ??
      (isFew ? this.meet(reading, standings) : this.goOnGently(reading, standings)) ??
      this.sayOnce(reading, "some-apart", standings)
    );
  }

  private ease(reading: LeadReading, standings: Standings): LeadDecision | undefined {
    const { slowestBpm, fastestBpm, mostPercentPerBar } = this.settings;
    const wishes = this.company.wishes(reading, this.bpm);
    if (this.phase === "attune" || this.eases >= MOST_EASES || wishes.length === 0) return undefined;
    const wish = medianOf(wishes);
    if (Math.abs(wish) < LEAST_EASE) return undefined;
    this.eases++;
    const most = Math.log1p(mostPercentPerBar / 100);
    const toBpm = this.bpm * Math.exp(Math.max(-most, Math.min(most, wish)));
    return this.move(reading, Math.min(fastestBpm, Math.max(slowestBpm, toBpm)), "eases-back", standings);
  }

  private meet(reading: LeadReading, standings: Standings): LeadDecision | undefined {
    const { slowestBpm, fastestBpm } = this.settings;
    const meetingHz = meetingTempoHz(this.company.tempiHz(reading), this.bpm / 60);
    if (meetingHz === undefined) return undefined;
    const toBpm = Math.min(fastestBpm, Math.max(slowestBpm, 60 * meetingHz));
    this.hasMet = true;
    return this.move(reading, toBpm, this.phase === "attune" ? "met" : "many-apart", standings);
  }

  /** Those apart have been waited for: the others are led on by the shortest steps. */
  private goOnGently(reading: LeadReading, standings: Standings): LeadDecision | undefined {
    this.phase = this.phase === "hold" ? "hold" : "lead";
    const left = Math.log(this.targetBpm / this.bpm);
    if (Math.abs(left) < SAME_TEMPO) return undefined;
    const step = Math.min(Math.abs(left), this.stride.next(0));
    return this.move(reading, this.bpm * Math.exp(Math.sign(left) * step), "goes-on", standings);
  }

  /** Enough are with the pulse: a step towards the target, where they do not still trail the last one. */
  private goOn(reading: LeadReading, beat: number, standings: Standings): LeadDecision | undefined {
    const { togetherBeats, trailPercent } = this.settings;
    this.aim();
    const left = Math.log(this.targetBpm / this.bpm);
    if (Math.abs(left) < SAME_TEMPO) return this.hold(reading, standings);
    const needs = this.stride.isSure ? 0 : togetherBeats;
    if (beat - this.spell.togetherBeat < needs) return undefined;
    if (beat - this.spell.togetherBeat >= togetherBeats) this.eases = 0;
    this.hasMet = false;
    const trailsBeats = trailing(standings, -Math.sign(left));
    if (standings.justApart > 0) {
      this.stride.shorten();
      return this.sayOnce(reading, "some-apart", standings);
    }
    if (trailsBeats > trailPercent / 100) {
      this.stride.shorten();
      return this.sayOnce(reading, "trails", standings);
    }
    this.phase = "lead";
    const { goShare } = this.settings;
    const room = Math.min(
      1 - Math.max(0, trailsBeats) / (trailPercent / 100),
      (Math.min(this.spell.steadyShare, standings.share) - goShare) / (1 - goShare),
    );
    const step = Math.min(Math.abs(left), this.stride.next(room));
    return this.move(reading, this.bpm * Math.exp(Math.sign(left) * step), "stays-with-pulse", standings);
  }

  private hold(reading: LeadReading, standings: Standings): LeadDecision | undefined {
    const { holdSeconds } = this.settings;
    if (this.phase !== "hold") {
      this.phase = "hold";
      this.heldMicros = reading.tMicros;
      return this.decide(reading, "target-reached", this.bpm, standings);
    }
    if (holdSeconds > 0 && reading.tMicros - this.heldMicros >= holdSeconds * 1e6) this.letGo();
    return undefined;
  }

  private release(reading: LeadReading, pulse: NonNullable<LeadReading["pulse"]>): LeadDecision | undefined {
    this.letting ??= new Release(this.settings, this.beatsPerBar);
    const step = this.letting.take(reading, pulse, this.company);
    if (step === undefined) return undefined;
    this.strengthShare = step.strengthShare;
    if (step.reason !== "let-go") this.phase = "ended";
    return this.decide(reading, step.reason, this.bpm, step.facts);
  }

  private move(reading: LeadReading, toBpm: number, reason: LeadReason, facts: Standings): LeadDecision {
    const fromBpm = this.bpm;
    this.bpm = toBpm;
    this.settledBeat = NaN;
    return this.decide(reading, reason, fromBpm, facts);
  }

  /** The same is not said twice running. */
  private sayOnce(reading: LeadReading, reason: LeadReason, facts: LeadFacts): LeadDecision | undefined {
    return reason === this.said ? undefined : this.decide(reading, reason, this.bpm, facts);
  }

  private decide(reading: LeadReading, reason: LeadReason, fromBpm: number, facts: LeadFacts): LeadDecision {
    this.said = reason;
    const { moving, withPulse, groupBpm, seconds } = facts;
    const told: LeadFacts = {
      moving,
      withPulse,
      ...(groupBpm !== undefined && { groupBpm }),
      ...(seconds !== undefined && { seconds }),
    };
    return {
      tMicros: reading.tMicros,
      phase: this.phase,
      reason,
      bpm: this.bpm,
      strengthShare: this.strengthShare,
      words: leadWords(reason, fromBpm, this.bpm, told),
      facts: told,
    };
  }
}
