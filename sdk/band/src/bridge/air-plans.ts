import {
  AIR_PLAN_BANDS_AT,
  type AirOut,
  type ClockMap,
  encodeAirPlan,
  type MessageOf,
  piecesOf,
  type SessionMicros,
  sessionMicros,
  toBandMicros,
} from "@entrain/protocol";

const MOST_PLANS = 255;

const bitOf = (band: number): number => (1 << (band - 1)) >>> 0;

interface AiredPlan {
  readonly number: number;
  readonly key: string;
  readonly pieces: readonly Uint8Array[];
  bands: number;
  /** Those that said that they hold it. */
  held: number;
  nextPiece: number;
}

/** A plan on the air's clock. */
const onAirClock = (plan: MessageOf<"plan">, map: ClockMap): MessageOf<"plan"> => ({
  ...plan,
  beatZeroMicros: sessionMicros(toBandMicros(map, plan.beatZeroMicros)),
  segments: plan.segments.map((value, i) => (i % 3 === 0 ? value : value * map.bandPerSession)),
});

/**
 * The plans that bands are to play, each cut into pieces that go out in turn for as long as anybody is to play it: whoever
 * comes late collects them. Bands that are asked to play the same share one.
 */
export class AirPlans {
  private readonly plans: AiredPlan[] = [];
  private last = 0;
  private turn = 0;

  /** Has a band play a plan from a moment on; what it played goes. @returns the number under which it goes out */
  play(band: number, plan: MessageOf<"plan">, fromMicros: SessionMicros, map: ClockMap): number {
    const key = JSON.stringify([plan, fromMicros, [...plan.segments]]);
    let aired = this.plans.find((each) => each.key === key);
    if (aired === undefined || (aired.bands & bitOf(band)) === 0) this.rest(band);
    aired = this.plans.find((each) => each.key === key);
    if (aired === undefined) {
      const whole = encodeAirPlan({ bands: 0, fromMicros: toBandMicros(map, fromMicros), plan: onAirClock(plan, map) });
      aired = { number: this.freeNumber(), key, pieces: piecesOf(whole), bands: 0, held: 0, nextPiece: 0 };
      this.plans.push(aired);
    }
    aired.bands = (aired.bands | bitOf(band)) >>> 0;
    return aired.number;
  }

  /** A band is to play none. */
  rest(band: number): void {
    for (let i = this.plans.length - 1; i >= 0; i--) {
      const plan = this.plans[i] as AiredPlan;
      plan.bands = (plan.bands & ~bitOf(band)) >>> 0;
      if (plan.bands === 0) this.plans.splice(i, 1);
    }
  }

  /** What a band says that it holds; 0 = nothing. */
  noteHeld(band: number, number: number): void {
    for (const plan of this.plans)
      plan.held = (plan.number === number ? plan.held | bitOf(band) : plan.held & ~bitOf(band)) >>> 0;
  }

  /** Whether somebody in `bands` waits for a plan. */
  isWantedBy(bands: number): boolean {
    return this.plans.some((plan) => (plan.bands & ~plan.held & bands) !== 0);
  }

  /** The next piece to go out, of what those in `present` wait for before anything else; undefined where nobody plays. */
  next(present: number): AirOut | undefined {
    const wanted = this.plans.filter((plan) => (plan.bands & ~plan.held & present) !== 0);
    const [from, turn] = [wanted.length > 0 ? wanted : this.plans, this.turn++];
    const plan = from[turn % Math.max(1, from.length)];
    if (plan === undefined) return undefined;
    const piece = plan.nextPiece++ % plan.pieces.length;
    const bytes = (plan.pieces[piece] as Uint8Array).slice();
    if (piece === 0) new DataView(bytes.buffer).setUint32(AIR_PLAN_BANDS_AT, plan.bands, true);
    return { kind: "planPiece", number: plan.number, piece, bytes };
  }

  private freeNumber(): number {
    const used = new Set(this.plans.map(({ number }) => number));
    do this.last = (this.last % MOST_PLANS) + 1;
    while (used.has(this.last));
    return this.last;
  }
}
