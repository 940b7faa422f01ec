import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { BandGroup, FrameBand } from "@entrain/band";
import { type ExerciseDocument, NO_SETTINGS, readExercise, type StepLength } from "@entrain/pacing";
import { DUTY_WINDOW_MILLIS, MAX_ON_MILLIS_IN_WINDOW, MAX_PULSE_MILLIS, sessionMicros } from "@entrain/protocol";
import type { Entry, ExerciseState } from "@entrain/recording";
import { castOf, createWorld, type SimulatedBand } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { ExerciseDesk } from "../src/exercise/exercise-desk.ts";
import { Pacer } from "../src/index.ts";
import { openSimulated, settle } from "./room.ts";

const DIR = resolve(import.meta.dirname, "../../pacing/exercises");

/** The shipped exercises. */
export const SHIPPED: readonly ExerciseDocument[] = readdirSync(DIR).map((file) =>
  readExercise(JSON.parse(readFileSync(resolve(DIR, file), "utf8"))),
);

const shorter = (lasts: StepLength, seconds: number): StepLength => {
  if ("until" in lasts) return lasts.until === "next" ? lasts : { ...lasts, seconds: Math.min(lasts.seconds, seconds) };
  return { seconds };
};

/** The same steps, but each as short as it may be. */
export const hurried = (document: ExerciseDocument, seconds = 9): ExerciseDocument => ({
  ...document,
  steps: document.steps.map((step) => ({ ...step, lasts: shorter(step.lasts, seconds) })),
});

/** Simulated bands that are paced and not scored: an exercise, and what its bands make of it. */
export class ExerciseRoom {
  readonly clock = new VirtualClock();
  readonly states: { readonly tMicros: number; readonly state: ExerciseState }[] = [];
  readonly entries: Entry[] = [];
  readonly bands: readonly SimulatedBand[];
  readonly group: BandGroup;
  readonly desk: ExerciseDesk;
  readonly pacer = new Pacer();
  withheld = 0;
  reports = 0;

  constructor(library: readonly ExerciseDocument[], people = 3, seed = 4) {
    const world = createWorld({
      scheduler: this.clock,
      seed,
      cast: castOf(people).map((each) => ({ ...each, manner: "still" })),
      bandOf: (index) => (index % 2 === 0 ? { board: "xiao-sense", link: "usb" } : { board: "banglejs2", link: "ble" }),
    });
    this.bands = world.bands;
    this.group = new BandGroup(
      world.bands.map(
        (band) =>
          new FrameBand({ name: band.name, scheduler: this.clock, openLink: () => openSimulated(band, new Set()) }),
      ),
    );
    this.group.on(({ event }) => {
      if (event.kind !== "health") return;
      this.reports++;
      this.withheld += event.health.pulsesWithheld;
    });
    this.desk = new ExerciseDesk({
      scheduler: this.clock,
      group: this.group,
      pacer: this.pacer,
      library,
      bpm: () => 90,
      record: (entry) => this.entries.push(entry),
      settingsOf: () => NO_SETTINGS,
      onState: (state) => this.states.push({ tMicros: this.clock.nowMicros(), state }),
    });
  }

  get state(): ExerciseState | undefined {
    return this.states.at(-1)?.state;
  }

  async connect(): Promise<void> {
    const connected = Promise.all(this.group.bands.map((band) => band.connect()));
    await this.pass(3);
    await connected;
  }

  pass(seconds: number): Promise<void> {
    return this.clock.advanceToDrained(sessionMicros(this.clock.nowMicros() + seconds * 1e6), settle);
  }

  /** A press, and a hold. */
  async goOnAt(band: SimulatedBand): Promise<void> {
    for (const seconds of [0.1, 2.3]) {
      band.button(true);
      await this.pass(seconds);
      band.button(false);
      await this.pass(0.4);
    }
  }

  /** Plays an exercise to its end, doing what it waits for. @returns seconds that it took */
  async play(name: string): Promise<number> {
    const startMicros = this.clock.nowMicros();
    this.desk.command({ kind: "exercise", act: "start", name });
    for (let turns = 0; this.state?.state !== "ended" && turns < 2_000; turns++) {
      await this.pass(2);
      if (this.state?.state === "wearers") for (const band of this.bands) await this.goOnAt(band);
      else if (this.state?.state === "running" && this.state.endsMicros === undefined)
        this.desk.command({ kind: "exercise", act: "next" });
    }
    return (this.clock.nowMicros() - startMicros) / 1e6;
  }

  async close(): Promise<void> {
    await this.group.close();
  }
}

/** The most that a motor was on in any ten seconds, and its longest pulse, of what is allowed: 1 is the limit. */
export const envelopeUse = ({ drivenSpans }: SimulatedBand): number => {
  let use = 0;
  const spans = drivenSpans.map(({ onMicros, offMicros = onMicros }) => [onMicros, offMicros] as const);
  for (const [from] of spans) {
    const until = from + DUTY_WINDOW_MILLIS * 1e3;
    const sum = spans.reduce((all, [on, off]) => all + Math.max(0, Math.min(off, until) - Math.max(on, from)), 0);
    use = Math.max(use, sum / 1e3 / MAX_ON_MILLIS_IN_WINDOW);
  }
  return Math.max(use, ...spans.map(([on, off]) => (off - on) / 1e3 / MAX_PULSE_MILLIS));
};
