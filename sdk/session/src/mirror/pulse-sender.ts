import { type Band, BandError, type BandEvent } from "@entrain/band";
import { AckResult, type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { MirroredEntry } from "@entrain/recording";
import type { Scheduler } from "@entrain/time";
import { PulseThinner } from "./pulse-thinner.ts";

/** An onset that would be felt later than this is somebody else's by then. */
const EXPIRY_MICROS = 200_000;
const PULSE_MILLIS = 60;
/** Of a light touch, and of a blow of 4 g and more; the band allows no stronger pulse of this kind. */
const SOFTEST = 56;
const STRONGEST = 96;
const FULL_G = 4;
/** `pulsePlayed.pulseIndex` of a pulse outside any plan. */
const OUTSIDE_PLAN = 0xffff_ffff;
/** A report may wait for credit; after this nobody asks for it. */
const FORGOTTEN_MICROS = 5_000_000;

export interface Onset {
  readonly leader: number;
  readonly onsetMicros: SessionMicros;
  readonly strengthG: number;
}

type Outcome = Pick<MirroredEntry, "outcome" | "delayMicros">;

interface Awaited extends Onset {
  readonly sentMicros: number;
}

/** Sends onsets to one follower's wrist as pulses, and finds out what became of each. */
export class PulseSender {
  private readonly thinner = new PulseThinner();
  private awaited: Awaited[] = [];
  private readonly scheduler: Scheduler;
  private readonly band: Band;
  private readonly onOutcome: (onset: Onset, outcome: Outcome) => void;

  constructor(scheduler: Scheduler, band: Band, onOutcome: (onset: Onset, outcome: Outcome) => void) {
    this.scheduler = scheduler;
    this.band = band;
    this.onOutcome = onOutcome;
  }

  send(onset: Onset): void {
    const tMicros = this.scheduler.nowMicros();
    const expiresMicros = sessionMicros(onset.onsetMicros + EXPIRY_MICROS);
    if (tMicros >= expiresMicros) this.onOutcome(onset, { outcome: "late" });
    else if (!this.thinner.admit(tMicros)) this.onOutcome(onset, { outcome: "thinned" });
    else {
      const awaited = { ...onset, sentMicros: tMicros };
      this.awaited = this.awaited.filter(({ sentMicros }) => sentMicros > tMicros - FORGOTTEN_MICROS);
      this.awaited.push(awaited);
      const share = Math.min(1, onset.strengthG / FULL_G);
      const strength = Math.round(SOFTEST + (STRONGEST - SOFTEST) * share);
      this.band.pulseNow({ expiresMicros, durationMillis: PULSE_MILLIS, strength }).catch((error: unknown) => {
        this.awaited = this.awaited.filter((each) => each !== awaited);
        this.onOutcome(onset, { outcome: outcomeOf(error) });
      });
    }
  }

  /** Takes what the follower's band reports: a pulse that it played answers the oldest onset that it can be of. */
  take(event: BandEvent): void {
    if (event.kind !== "pulse" || event.pulseIndex !== OUTSIDE_PLAN) return;
    const { onMicros } = event;
    const at = this.awaited.findIndex(
      ({ onsetMicros }) => onMicros >= onsetMicros && onMicros < onsetMicros + 2 * EXPIRY_MICROS,
    );
    const [onset] = at < 0 ? [] : this.awaited.splice(at, 1);
    if (onset !== undefined) this.onOutcome(onset, { outcome: "played", delayMicros: onMicros - onset.onsetMicros });
  }
}

const outcomeOf = (error: unknown): Outcome["outcome"] => {
  if (!(error instanceof BandError)) return "unheard";
  if (error.code === "too-late" || error.ackResult === AckResult.tooLate) return "late";
  return error.code === "refused" ? "withheld" : "unheard";
};
