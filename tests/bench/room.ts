import { type Band, BandGroup, FrameBand } from "@entrain/band";
import { openSerialLink } from "@entrain/band/node";
import { STEADY, steadyPlan } from "@entrain/pacing";
import { type MessageOf, sessionMicros } from "@entrain/protocol";
import { castOf, createWorld, type World } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { openDirectly } from "../open-directly.ts";

/** How the host's side hangs on the simulated links: through the serial-port stream of real ports, or directly. */
export type Through = "serial" | "direct";

const BPM = 100;
const LEAD_MICROS = 1_500_000;
/** Everything that a link delivers within this is handed on before a promise is given its turn. */
const DIRECT_STEP_MICROS = 10_000;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Simulated bands on virtual people, joined to a host that paces them and takes their samples. */
export class Room {
  readonly world: World;
  readonly health: MessageOf<"health">[] = [];
  bursts = 0;
  samplesMissed = 0;
  private readonly clock = new VirtualClock();
  private readonly bands: readonly Band[];
  private readonly group: BandGroup;
  private readonly through: Through;

  constructor(count: number, through: Through, seed = 1) {
    this.through = through;
    this.world = createWorld({ scheduler: this.clock, seed, cast: castOf(count), bpm: BPM });
    this.bands = this.world.bands.map(
      (band) =>
        new FrameBand({
          name: band.name,
          scheduler: this.clock,
          openLink: () =>
            through === "direct"
              ? openDirectly(band)
              : openSerialLink({ binding: this.world.binding, path: `sim:${band.name}` }),
        }),
    );
    this.group = new BandGroup(this.bands);
    this.group.on(({ event }) => {
      if (event.kind === "health") this.health.push(event.health);
      if (event.kind !== "samples") return;
      this.bursts++;
      this.samplesMissed += event.missed;
    });
  }

  /** Connects, starts a steady beat, and lets the opening ramp pass. */
  async begin(): Promise<void> {
    const connected = this.bands.map((band) => band.connect());
    await this.pass(5);
    await Promise.all(connected);
    const from = sessionMicros(this.clock.nowMicros() + LEAD_MICROS);
    void this.group.play(steadyPlan({ bpm: BPM, pattern: STEADY, beatZeroMicros: from, revision: 1 }), from);
    await this.pass(10);
    this.health.length = this.bursts = this.samplesMissed = 0;
  }

  async pass(seconds: number): Promise<void> {
    const tEnd = this.clock.nowMicros() + seconds * 1e6;
    if (this.through === "serial") return this.clock.advanceToDrained(sessionMicros(tEnd), turn);
    while (this.clock.nowMicros() < tEnd) {
      this.clock.advanceBy(DIRECT_STEP_MICROS);
      await turn();
    }
  }

  async close(): Promise<void> {
    const closed = this.group.close();
    await this.pass(1);
    await closed;
  }
}
