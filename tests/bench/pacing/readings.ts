import type { LeadMember, LeadReading } from "@entrain/pacing";
import type { Random } from "@entrain/simulator";
import { MEMBERS } from "./people.ts";
import type { Room, Seat } from "./room.ts";

/**
 * Readings as the live pipeline gives them, made from the true phases: what a two-cycle trailing window sees, so a step of
 * tempo shows late; carried to the end of the window by a tempo that is itself smoothed; with noise; withheld until a
 * movement has gone on for a while, and where the signal is away. The zero of each phase is anywhere, as on an arm.
 * Delay and noise are those that `sdk/synchrony/README.md` states (live phase within 7 to 11 degrees, SD) and the session's
 * allowance for the link; that the whole pipeline can be led by what it reads is shown in `sdk/session/test/lead.test.ts`.
 */
/** From a movement to its reading: the link's allowance of .25 s, and the resampler's 80 ms. */
export const DELAY_MICROS = 330_000;
const PHASE_SD_RAD = 0.15;
const TEMPO_SD_RATIO = 0.01;
/** Two cycles to see a rhythm, and at least so long. */
const FINDING_SECONDS = 3.5;
const SMOOTHED_CYCLES = 1.5;
/** The signal is away: so often, for so long on average. */
const GAPS_PER_MINUTE = 0.6;
const GAP_SECONDS = 4;

class Reader {
  private readonly random: Random;
  private readonly zeroRad: number;
  private tempoHz = NaN;
  private seat: Seat["follower"];
  private tGapEndMicros = -Infinity;

  constructor(random: Random) {
    this.random = random;
    this.zeroRad = 2 * Math.PI * random.uniform();
  }

  read(seat: Seat, tMicros: number, sinceMicros: number): LeadMember {
    const { random } = this;
    if (random.uniform() < (GAPS_PER_MINUTE * sinceMicros) / 60e6) {
      this.tGapEndMicros = tMicros - GAP_SECONDS * 1e6 * Math.log(1 - random.uniform());
    }
    const { follower } = seat;
    if (tMicros < this.tGapEndMicros) return { state: "no-signal" };
    if (follower === undefined) return { state: "resting" };
    if (follower !== this.seat) this.tempoHz = NaN;
    this.seat = follower;
    if (tMicros - seat.tSinceMicros < FINDING_SECONDS * 1e6) return { state: "finding-rhythm" };
    // The newest that can be asked for without committing the person's future.
    const cycleMicros = 1e6 / (Number.isNaN(this.tempoHz) ? seat.person.timing.ownTempoHz : this.tempoHz);
    const window = [0, 0.5, 1, 1.5, 2].map((cycles) => follower.phaseAt(tMicros - cycles * cycleMicros));
    const [newest = NaN, , middle = NaN, , oldest = NaN] = window;
    const measuredHz = ((newest - oldest) / 2) * (1e6 / cycleMicros);
    const share = Number.isNaN(this.tempoHz) ? 1 : 1 - Math.exp(-sinceMicros / (SMOOTHED_CYCLES * cycleMicros));
    this.tempoHz =
      (Number.isNaN(this.tempoHz) ? measuredHz : this.tempoHz) +
      (measuredHz - (Number.isNaN(this.tempoHz) ? measuredHz : this.tempoHz)) * share;
    const mean = (window.reduce((sum, phase) => sum + phase, 0) / window.length + middle) / 2;
    const cycles = mean + (measuredHz * cycleMicros) / 1e6;
    return {
      state: "moving",
      tempoHz: this.tempoHz * (1 + TEMPO_SD_RATIO * random.normal()),
      phaseRad: (2 * Math.PI * cycles + this.zeroRad + PHASE_SD_RAD * random.normal()) % (2 * Math.PI),
    };
  }
}

export class Readings {
  private readonly readers: readonly Reader[];
  private tLastMicros = NaN;

  constructor(random: Random) {
    this.readers = Array.from({ length: MEMBERS }, (_, k) => new Reader(random.fork(`reader ${String(k)}`)));
  }

  /** What is known at `tNowMicros`. @param beatAt - and tempo, of the pulse */
  at(tNowMicros: number, room: Room, pulseAt: (tMicros: number) => LeadReading["pulse"]): LeadReading {
    const tMicros = tNowMicros - DELAY_MICROS;
    const sinceMicros = Number.isNaN(this.tLastMicros) ? 0 : tMicros - this.tLastMicros;
    this.tLastMicros = tMicros;
    const pulse = pulseAt(tMicros);
    const members = room.seats.map(
      (seat, k): LeadMember => this.readers[k]?.read(seat, tMicros, sinceMicros) ?? { state: "no-signal" },
    );
    return { tMicros, members, ...(pulse !== undefined && { pulse }) };
  }
}
