import { BandGroup, FrameBand } from "@entrain/band";
import { sessionMicros } from "@entrain/protocol";
import { FileSink } from "@entrain/recording/node";
import { HeldClock, LiveSession, recordedLink, Recorder, type SessionCommand } from "@entrain/session";
import { castOf, createWorld, type World } from "@entrain/simulator";
import { mulberry32 } from "@entrain/synchrony";
import { VirtualClock } from "@entrain/time/testing";
import { FullDisk } from "./full-disk.ts";
import { MotorGuard } from "./motor-guard.ts";
import { openDirectly } from "../../open-directly.ts";

const STEP_MICROS = 20_000;
/** Links that are never quite clean. */
const NOISE = { lossPerPacket: 0.002, corruptionPerByte: 2e-6 };

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface SoakRoomOpts {
  readonly bands: number;
  readonly seed: number;
  readonly file: string;
  readonly onFault: (fault: string) => void;
}

/** A recorded session with simulated bands, in virtual time, every motor of which is looked at. */
export class SoakRoom {
  readonly clock = new VirtualClock();
  readonly world: World;
  readonly session: LiveSession;
  readonly disk: FullDisk;
  readonly guards: readonly MotorGuard[];
  /** Whose wearers have pressed, and not gone on. */
  readonly stopped = new Set<number>();
  views = 0;
  readonly #opts: SoakRoomOpts;
  readonly #bands: readonly FrameBand[];
  readonly #group: BandGroup;
  readonly #recorder: Recorder;

  constructor(opts: SoakRoomOpts) {
    const { bands, seed, file, onFault } = opts;
    const held = new HeldClock(this.clock);
    this.#opts = opts;
    this.world = createWorld({
      scheduler: this.clock,
      seed,
      cast: castOf(bands),
      bpm: 100,
      faults: { toHost: NOISE, toDevice: NOISE },
    });
    this.disk = new FullDisk(new FileSink(file));
    this.#recorder = new Recorder({
      sink: this.disk,
      scheduler: held,
      sessionId: `soak-${String(seed)}`,
      title: "Soak",
      startedAt: "2026-03-03T10:00:00.000Z",
      simulated: true,
      software: { entrain: "test", runtime: process.version },
      members: this.world.bands.map((_, k) => ({ pseudonym: `P${String(k + 1)}`, placement: "wrist" as const })),
      seed,
      windowS: 30,
      fileName: "soak.mcap",
    });
    this.#bands = this.world.bands.map((band, member) => {
      const record = (entry: Parameters<Recorder["append"]>[0]): void => {
        this.#recorder.append(entry);
      };
      const openLink = recordedLink({ openLink: () => openDirectly(band), member, clock: held, record });
      return new FrameBand({ name: band.name, scheduler: held, openLink });
    });
    this.#group = new BandGroup(this.#bands);
    this.session = new LiveSession({
      scheduler: held,
      group: this.#group,
      recorder: this.#recorder,
      random: mulberry32(seed),
      title: "Soak",
      simulated: true,
      bpm: 100,
    });
    this.session.subscribe(() => this.views++);
    this.guards = this.world.bands.map((band) => new MotorGuard(band, onFault));
  }

  /** Not waited for: bands answer while time passes. Refusals are part of life here; anything else is not. */
  command(command: SessionCommand): void {
    this.session.command(command).catch((error: unknown) => {
      if (!(error instanceof Error)) this.#opts.onFault(`${command.kind} rejected with ${String(error)}`);
    });
  }

  connect(): void {
    for (const band of this.#bands) void band.connect();
  }

  async pass(micros: number): Promise<void> {
    const tEnd = this.clock.nowMicros() + micros;
    while (this.clock.nowMicros() < tEnd) {
      this.clock.advanceTo(sessionMicros(Math.min(tEnd, this.clock.nowMicros() + STEP_MICROS)));
      await turn();
      for (const guard of this.guards) guard.look();
    }
  }

  async close(): Promise<void> {
    this.session.close();
    const closed = this.#group.close();
    await this.pass(1e6);
    await closed;
    this.#recorder.close();
  }
}
