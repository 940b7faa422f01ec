import type { Band, BandGroup, GroupEvent } from "@entrain/band";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import { PressCounter } from "./press-counter.ts";
import { tempoOfTaps } from "./tapped-tempo.ts";

/** What a facilitator asks for on the band. */
export type FacilitatorAct =
  | { readonly kind: "stop-all" }
  /** Goes on, or begins. */
  | { readonly kind: "go" }
  | { readonly kind: "next" }
  /** The moment at which the facilitator stopped. */
  | { readonly kind: "marker"; readonly atMicros: SessionMicros }
  | { readonly kind: "tempo"; readonly bpm: number };

export interface FacilitatorBandOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  /** Who wears it. */
  readonly member: number;
  readonly onAct: (act: FacilitatorAct) => void;
}

/** One and two presses are softer and another manner, as on every band. */
const NEXT_PRESSES = 3;
const MARKER_PRESSES = 4;
/** A cue that comes later than this tells of something long past. */
const CUE_MICROS = 3_000_000;
const CUE_MILLIS = 60;
const CUE_STRENGTH = 72;

/**
 * The band of whoever leads the session. Any press stops everybody. While it is stopped, short presses are counted: three
 * = the next step, four = a marker at the moment of the stop, five and more = a tempo, as pressed. A hold of two seconds
 * goes on. One soft pulse says that somebody has stopped their own band; nobody else is told.
 */
export class FacilitatorBand {
  private readonly opts: FacilitatorBandOpts;
  private readonly presses: PressCounter;
  private tStoppedMicros: SessionMicros;

  constructor(opts: FacilitatorBandOpts) {
    this.opts = opts;
    this.tStoppedMicros = opts.scheduler.nowMicros();
    this.presses = new PressCounter(opts.scheduler, (times) => {
      this.conclude(times);
    });
  }

  take({ member, event }: GroupEvent): void {
    if (event.kind !== "wearer") return;
    if (member !== this.opts.member) {
      if (event.action === "stop") this.cue();
      return;
    }
    const tMicros = event.didMicros ?? this.opts.scheduler.nowMicros();
    switch (event.action) {
      case "stop":
        this.presses.forget();
        this.tStoppedMicros = tMicros;
        this.opts.onAct({ kind: "stop-all" });
        break;
      case "tap":
        this.presses.press(tMicros);
        break;
      case "resume":
        this.go();
        break;
      case "ownRhythm":
        // Presses and a hold without a pause: on any other band a rhythm of one's own, here the presses and 'go'.
        void this.endOwnRhythm();
        break;
      default:
    }
  }

  private get band(): Band | undefined {
    return this.opts.group.bands[this.opts.member];
  }

  private go(): void {
    this.presses.settle();
    this.opts.onAct({ kind: "go" });
  }

  private async endOwnRhythm(): Promise<void> {
    await this.band?.stopAll().catch(() => undefined);
    this.opts.group.endWearerRest(this.opts.member);
    this.go();
  }

  private conclude(times: readonly number[]): void {
    const { onAct } = this.opts;
    const bpm = times.length > MARKER_PRESSES ? tempoOfTaps(times) : undefined;
    if (times.length === NEXT_PRESSES) onAct({ kind: "next" });
    else if (times.length === MARKER_PRESSES) onAct({ kind: "marker", atMicros: this.tStoppedMicros });
    else if (bpm !== undefined) onAct({ kind: "tempo", bpm });
  }

  private cue(): void {
    const expiresMicros = sessionMicros(this.opts.scheduler.nowMicros() + CUE_MICROS);
    // Where the facilitator's own band is stopped, or its motor is busy, the page says it alone.
    this.band?.pulseNow({ expiresMicros, durationMillis: CUE_MILLIS, strength: CUE_STRENGTH }).catch(() => undefined);
  }
}
