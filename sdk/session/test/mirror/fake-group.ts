import { type Band, BandGroup, type BandEvent, type BandLinkState, Emitter } from "@entrain/band";
import { type MessageOf, sessionMicros } from "@entrain/protocol";
import type { Entry } from "@entrain/recording";
import { VirtualClock } from "@entrain/time/testing";
import { MirrorRun } from "../../src/index.ts";

type Pulse = Omit<MessageOf<"pulseNow">, "kind">;

/** A band that does what it is told, and writes it down. */
export class FakeBand implements Band {
  readonly placement = "wrist";
  readonly info = undefined;
  readonly pulses: Pulse[] = [];
  readonly leads: boolean[] = [];
  readonly did: string[] = [];
  readonly name: string;
  state: BandLinkState = "ready";
  /** What a pulse comes to. */
  answer: () => Promise<void> = () => Promise.resolve();
  private readonly events = new Emitter<BandEvent>();

  constructor(name: string) {
    this.name = name;
  }

  clockMap = (): undefined => undefined;
  statistics = () => ({ received: { frames: 0, errors: {} } as never, commandsSent: 0, repeats: 0, reconnections: 0 });
  on = (listener: (event: BandEvent) => void): (() => void) => this.events.on(listener);
  say = (event: BandEvent): void => this.events.emit(event);
  connect = (): Promise<void> => Promise.resolve();
  identify = (count: number): Promise<void> => this.note(`identify ${String(count)}`);
  setPlan = ({ revision }: { revision: number }): Promise<void> => this.note(`plan ${String(revision)}`);
  start = (revision: number): Promise<void> => this.note(`start ${String(revision)}`);
  stop = (): Promise<void> => this.note("stop");
  stopAll = (): Promise<void> => this.note("stopAll");
  cap = (): Promise<void> => this.note("cap");
  setManner = (): Promise<void> => this.note("manner");
  close = (): Promise<void> => Promise.resolve();
  lead = (isLeading: boolean): Promise<void> => {
    this.leads.push(isLeading);
    return Promise.resolve();
  };
  pulseNow = (pulse: Pulse): Promise<void> => {
    this.pulses.push(pulse);
    return this.answer();
  };

  private note(what: string): Promise<void> {
    this.did.push(what);
    return Promise.resolve();
  }
}

/** Four people with bands that do what they are told, and the mirror between them. */
export const layMirror = (names = ["Ada", "Ben", "Chen", "Dana"]) => {
  const clock = new VirtualClock();
  const bands = names.map((name) => new FakeBand(name));
  const group = new BandGroup(bands);
  const entries: Entry[] = [];
  const mirror = new MirrorRun({
    scheduler: clock,
    group,
    append: (entry) => entries.push(entry),
  });
  group.on((event) => {
    mirror.take(event);
  });
  const band = (member: number): FakeBand => bands[member] as FakeBand;
  return {
    clock,
    bands,
    group,
    entries,
    mirror,
    band,
    agree: (...members: readonly number[]) => {
      for (const member of members)
        for (const use of ["felt-by-others", "feel-others"] as const) mirror.obey({ member, use, given: true });
    },
    /** A movement of somebody's, told of so much later. */
    move: (member: number, { lateMicros = 0, strengthG = 2 } = {}) => {
      band(member).say({ kind: "onset", onsetMicros: sessionMicros(clock.nowMicros() - lateMicros), strengthG });
    },
    pulsesOf: () => bands.map(({ pulses }) => pulses.length),
  };
};
