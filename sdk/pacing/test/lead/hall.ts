import { LeadController, type LeadDecision, type LeadMember, leadSettings } from "../../src/index.ts";

/** Odd on purpose, so that nothing relies on zero. */
export const START_MICROS = 123_456_789;
const STEP_MICROS = 200_000;
const DELAY_MICROS = 330_000;
const LEAD_MICROS = 1_500_000;
const BEATS_PER_BAR = 4;
const TAU = 2 * Math.PI;

interface Span {
  readonly tMicros: number;
  readonly beat: number;
  readonly bpm: number;
}

/** A member, given the seconds since the start and the pulse's beat then (undefined where there is none). */
export type Attendee = (seconds: number, beat: number | undefined) => LeadMember;

const moving = (cycles: number, tempoHz: number): LeadMember => ({
  state: "moving",
  tempoHz,
  phaseRad: (TAU * cycles) % TAU,
});

/** Moves at a tempo, whatever is pulsed. */
export const alone =
  (bpm: number): Attendee =>
  (seconds) =>
    moving((seconds * bpm) / 60, bpm / 60);

export const still: Attendee = () => ({ state: "resting" });
export const gone: Attendee = () => ({ state: "no-signal" });
export const listening: Attendee = () => ({ state: "listening" });

/** Moves at the own tempo until there is a pulse, then just with it; `offset` cycles from it, `movements` to a beat. */
export const following = (ownBpm: number, offset = 0.1, movements = 1): Attendee => {
  let [before, last] = [NaN, 0];
  return (seconds, beat) => {
    if (beat === undefined) return moving((seconds * ownBpm * movements) / 60, (ownBpm * movements) / 60);
    const rate = (beat - last) / (seconds - before);
    [before, last] = [seconds, beat];
    return moving(beat * movements + offset, rate > 0 ? rate * movements : (ownBpm * movements) / 60);
  };
};

/** Follows down to a tempo, and below it moves at that one. */
export const followingDownTo = (slowestBpm: number, ownBpm: number): Attendee => {
  const follows = following(ownBpm);
  const goesOn = alone(slowestBpm);
  return (seconds, beat) => {
    const with_ = follows(seconds, beat);
    return beat !== undefined && (with_.tempoHz ?? 0) * 60 < slowestBpm ? goesOn(seconds, beat) : with_;
  };
};

/** A room in which whatever the controller decides is pulsed, and read late. */
export class Hall {
  readonly decisions: LeadDecision[] = [];
  readonly controller: LeadController;
  private readonly people: readonly Attendee[];
  private spans: Span[] = [];
  private seconds = 0;

  constructor(people: readonly Attendee[], settings: Readonly<Record<string, unknown>>) {
    this.people = people;
    this.controller = new LeadController({
      settings: leadSettings(settings, "lead"),
      members: people.length,
      beatsPerBar: BEATS_PER_BAR,
    });
  }

  get bpm(): number {
    return this.spans.at(-1)?.bpm ?? 0;
  }

  pass(seconds: number): this {
    for (const end = this.seconds + seconds; this.seconds < end; this.seconds += STEP_MICROS / 1e6) this.step();
    return this;
  }

  reasons(): string[] {
    return this.decisions.map(({ reason }) => reason);
  }

  /** What was decided last for a reason. */
  last(reason: string): LeadDecision | undefined {
    return this.decisions.findLast((decision) => decision.reason === reason);
  }

  private beatAt(tMicros: number): { readonly beat: number; readonly bpm: number } | undefined {
    const span = this.spans.findLast((each) => each.tMicros <= tMicros);
    return span && { beat: span.beat + ((tMicros - span.tMicros) * span.bpm) / 60e6, bpm: span.bpm };
  }

  private step(): void {
    const nowMicros = START_MICROS + this.seconds * 1e6;
    const tMicros = nowMicros - DELAY_MICROS;
    const pulse = this.beatAt(tMicros);
    const members = this.people.map((person) => person((tMicros - START_MICROS) / 1e6, pulse?.beat));
    const decision = this.controller.take({ tMicros, members, ...(pulse && { pulse }) });
    if (decision === undefined) return;
    this.decisions.push(decision);
    if (decision.bpm > 0 && decision.bpm !== this.bpm) this.play(decision.bpm, nowMicros + LEAD_MICROS);
  }

  private play(bpm: number, soonMicros: number): void {
    const last = this.spans.at(-1);
    if (last === undefined) {
      this.spans = [{ tMicros: soonMicros, beat: 0, bpm }];
      return;
    }
    const soonBeat = last.beat + (Math.max(0, soonMicros - last.tMicros) * last.bpm) / 60e6;
    const beat = Math.ceil(soonBeat / BEATS_PER_BAR) * BEATS_PER_BAR;
    this.spans.push({ tMicros: last.tMicros + ((beat - last.beat) * 60e6) / last.bpm, beat, bpm });
  }
}
