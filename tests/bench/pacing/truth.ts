import type { Room, Seat } from "./room.ts";

/**
 * What 'in sync' and 'lost' mean here, from the simulated phases themselves and the pulse as it was felt; nothing of it
 * is what the controller reads.
 *
 * A person is in sync while the phases of their last {@link WINDOW_BEATS} beats, relative to the pulse, are not uniform by
 * Rayleigh's test at p < .001 (Fisher 1993; of tapping: Kirschner & Tomasello 2009, Dalla Bella & Sowiński 2015) and their
 * circular mean lies within a quarter of a cycle of the pulse, the basin of in-phase movement (Haken, Kelso & Bunz 1985).
 * Half and double time count by 1:2 and 2:1 phase. Those at rest, and those who never follow anything, do not take part.
 */
export const WINDOW_BEATS = 12;
/** Rayleigh's p < .001 for twelve phases. */
const RESULTANT = 0.73;
const BASIN_CYCLES = 0.25;
/** A group is together with the pulse while at least half of those who take part are in sync. */
export const TOGETHER_SHARE = 0.5;
/** It is lost where it has come apart for so long on end, from so long after the first pulse on. */
export const LOST_SECONDS = 30;
export const GRACE_SECONDS = 60;
/** The pulse is at the target within this share. */
const AT_TARGET = 0.01;
/** Together at the target counts once it has lasted for so long. */
const ARRIVED_SECONDS = 10;
/** 'At the target at the end': together there, for ten seconds, within so long of the end. */
const END_SECONDS = 120;

const TAU = 2 * Math.PI;

/** Phases of one person at their last beats. */
class Recent {
  private readonly cycles: number[] = [];
  private seat: Seat["follower"];

  take(seat: Seat, beat: number, tMicros: number): void {
    if (seat.follower !== this.seat) this.cycles.length = 0;
    this.seat = seat.follower;
    if (seat.follower === undefined) return;
    const { movements = 1, pulses = 1 } = seat.person.timing;
    this.cycles.push(pulses * seat.follower.phaseAt(tMicros) - movements * beat);
    if (this.cycles.length > WINDOW_BEATS) this.cycles.shift();
  }

  get isKnown(): boolean {
    return this.cycles.length === WINDOW_BEATS;
  }

  get inSync(): boolean {
    if (!this.isKnown) return false;
    const re = this.cycles.reduce((sum, c) => sum + Math.cos(TAU * c), 0) / WINDOW_BEATS;
    const im = this.cycles.reduce((sum, c) => sum + Math.sin(TAU * c), 0) / WINDOW_BEATS;
    return Math.hypot(re, im) >= RESULTANT && Math.abs(Math.atan2(im, re)) <= TAU * BASIN_CYCLES;
  }
}

export interface Outcome {
  /** From the beginning to together at the target for ten seconds; Infinity where that never was. */
  readonly secondsToTarget: number;
  /** Mean share of those who take part that was in sync, from the first pulse on. */
  readonly inSyncShare: number;
  readonly isLost: boolean;
  readonly endsAtTarget: boolean;
}

/** Judges one run, beat by beat. */
export class Truth {
  /** Share in sync at every second, for pictures; NaN before the first pulse. */
  readonly shares: number[] = [];
  readonly bpm: number[] = [];
  private readonly recent: readonly Recent[];
  private readonly followers: readonly number[];

  constructor(room: Room) {
    this.recent = room.seats.map(() => new Recent());
    this.followers = room.seats.flatMap(({ person: { part } }, k) =>
      part === "own-rhythm" || part === "still" ? [] : [k],
    );
  }

  beat(room: Room, beat: number, tMicros: number): void {
    this.recent.forEach((recent, k) => {
      const seat = room.seats[k];
      if (seat !== undefined) recent.take(seat, beat, tMicros);
    });
  }

  /** At the end of each second. */
  second(room: Room, bpm: number | undefined): void {
    const part = this.followers.filter((k) => room.seats[k]?.follower !== undefined);
    const inSync = part.filter((k) => this.recent[k]?.inSync === true).length;
    this.bpm.push(bpm ?? NaN);
    this.shares.push(bpm === undefined || part.length === 0 ? NaN : inSync / part.length);
  }

  outcome(targetBpm: number): Outcome {
    const first = this.bpm.findIndex((bpm) => !Number.isNaN(bpm));
    const known = this.shares.filter((share) => !Number.isNaN(share));
    let [apart, isLost, arrived, secondsToTarget, lastThere] = [0, first < 0, 0, Infinity, -Infinity];
    this.shares.forEach((share, s) => {
      const isTogether = !(share < TOGETHER_SHARE);
      apart = isTogether ? 0 : apart + 1;
      if (s - first >= GRACE_SECONDS && apart >= LOST_SECONDS) isLost = true;
      const isThere = isTogether && Math.abs((this.bpm[s] ?? NaN) / targetBpm - 1) < AT_TARGET;
      arrived = isThere ? arrived + 1 : 0;
      if (arrived >= ARRIVED_SECONDS) lastThere = s;
      if (arrived === ARRIVED_SECONDS && secondsToTarget === Infinity) secondsToTarget = s + 1 - ARRIVED_SECONDS;
    });
    const mean = known.reduce((sum, share) => sum + share, 0) / Math.max(1, known.length);
    const endsAtTarget = this.shares.length - lastThere <= END_SECONDS;
    return { secondsToTarget, inSyncShare: mean, isLost, endsAtTarget };
  }
}
