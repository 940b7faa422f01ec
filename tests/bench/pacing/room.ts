import { createFollower, type Follower, type Random } from "@entrain/simulator";
import { MEMBERS, type SimulatedGroup, type SimulatedPerson } from "./people.ts";

/** Everybody lives in steps of this length: shorter than half of anybody's cycle, by which they decide. */
export const STEP_MICROS = 40_000;
/** What reaches a wrist scatters by this much, SD: clocks and motors. */
const FELT_SD_MICROS = 5_000;

/** One person from one rest to the next. */
class Seat {
  follower: Follower | undefined;
  /** Since when they move, or rest. */
  tSinceMicros: number;
  private tChangeMicros: number;
  private spell = 0;
  readonly person: SimulatedPerson;
  private readonly random: Random;

  constructor(person: SimulatedPerson, random: Random, tMicros: number) {
    this.person = person;
    this.random = random;
    this.tSinceMicros = tMicros;
    this.tChangeMicros = tMicros;
    if (person.part === "still") this.tChangeMicros = Infinity;
    else this.move(tMicros);
  }

  /** @returns the new follower where one begins to move */
  advance(tMicros: number): Follower | undefined {
    if (tMicros >= this.tChangeMicros) {
      if (this.follower === undefined) return this.move(tMicros);
      this.follower = undefined;
      this.tSinceMicros = tMicros;
      this.tChangeMicros = tMicros + this.waitMicros(this.person.restSeconds * 1e6);
    }
    this.follower?.phaseAt(tMicros);
    return undefined;
  }

  private move(tMicros: number): Follower {
    const random = this.random.fork(`spell ${String(this.spell++)}`);
    this.follower = createFollower({ ...this.person.timing, random, tStartMicros: tMicros });
    this.tSinceMicros = tMicros;
    this.tChangeMicros = tMicros + this.waitMicros(60e6 / this.person.restsPerMinute);
    return this.follower;
  }

  private waitMicros(meanMicros: number): number {
    return -meanMicros * Math.log(1 - this.random.uniform());
  }
}

/** Eight people in a room who feel a pulse and, a little, each other. */
export class Room {
  readonly seats: readonly Seat[];
  private readonly felt: Random;

  constructor({ people }: SimulatedGroup, random: Random, tMicros: number) {
    this.felt = random.fork("felt");
    this.seats = people.map((person, k) => new Seat(person, random.fork(`seat ${String(k)}`), tMicros));
    this.seats.forEach(({ follower }, k) => {
      if (follower !== undefined) this.connect(follower, k);
    });
  }

  feelPulse(tMicros: number): void {
    for (const { follower } of this.seats) follower?.feelPulse(tMicros + FELT_SD_MICROS * this.felt.normal());
  }

  advance(tMicros: number): void {
    this.seats.forEach((seat, k) => {
      const begun = seat.advance(tMicros);
      if (begun !== undefined) this.connect(begun, k);
    });
  }

  private connect(follower: Follower, k: number): void {
    follower.onOnset = (tMicros) => {
      for (let other = 0; other < MEMBERS; other++) {
        if (other !== k) this.seats[other]?.follower?.hearOnset(String(k), tMicros);
      }
    };
  }
}

export type { Seat };
