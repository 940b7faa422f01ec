import { type Band, BandGroup, Bridge, FrameBand } from "@entrain/band";
import { STEADY, steadyPlan } from "@entrain/pacing";
import { sessionMicros, type SessionMicros } from "@entrain/protocol";
import { type AirWorld, castOf, createAirWorld, type Person } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { openDirectly } from "../open-directly.ts";

export const GROUP = 4_242;
const LEAD_MICROS = 2_500_000;
/** Everything that a link delivers within this is handed on before a promise is given its turn. */
const STEP_MICROS = 10_000;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface AirSessionOpts {
  readonly bands: number;
  readonly seed: number;
  readonly bpm?: number;
  readonly loss?: number;
  readonly shadowed?: number;
  readonly throughWall?: number;
  /** Rooms beside the first, each with as many bands and a group of its own. Default 0. */
  readonly neighbours?: number;
  readonly cast?: readonly Person[];
}

/** A host's side of one room: a bridge, its bands, their group. */
export interface AirHost {
  readonly bridge: Bridge;
  readonly bands: readonly Band[];
  readonly group: BandGroup;
}

/** Simulated rooms of people, each paced through a bridge, in virtual time. */
export class AirSession {
  readonly clock = new VirtualClock();
  readonly world: AirWorld;
  readonly hosts: readonly AirHost[];
  private readonly bpm: number;

  constructor({ bands: count, seed, bpm = 100, neighbours = 0, cast = castOf(count), ...radio }: AirSessionOpts) {
    this.bpm = bpm;
    const rooms = Array.from({ length: 1 + neighbours }, (_, room) => ({ group: GROUP + room, cast }));
    this.world = createAirWorld({ scheduler: this.clock, seed, rooms, bpm, ...radio });
    this.hosts = this.world.bridges.map((simulated, room) => {
      const openLink = () => openDirectly(simulated);
      const bridge = new Bridge({ name: simulated.name, scheduler: this.clock, openLink, group: GROUP + room });
      const bands = cast.map(
        ({ name }, index) =>
          new FrameBand({ name, signal: "bridged", scheduler: this.clock, openLink: bridge.linkOf(index + 1) }),
      );
      return { bridge, bands, group: new BandGroup(bands) };
    });
  }

  /** The first room's. */
  get host(): AirHost {
    const [first] = this.hosts;
    if (first === undefined) throw new Error("expected a room");
    return first;
  }

  get nowMicros(): SessionMicros {
    return this.clock.nowMicros();
  }

  /** Connects the bridges and lets the bands join. */
  async begin(seconds = 12): Promise<void> {
    const connected = this.hosts.map(({ bridge }) => bridge.connect());
    for (const { bands } of this.hosts) for (const band of bands) void band.connect().catch(() => undefined);
    await this.pass(seconds);
    await Promise.all(connected);
  }

  /** Plays a steady beat in one room, in a little while. @returns when its beat 0 is felt */
  play({ group }: AirHost, revision: number): SessionMicros {
    const from = sessionMicros(this.nowMicros + LEAD_MICROS);
    void group.play(steadyPlan({ bpm: this.bpm, pattern: STEADY, beatZeroMicros: from, revision }), from);
    return from;
  }

  /** Stops a room. @returns by band that confirmed it, how long that took, µs: no less than the stop took to reach it */
  async stop({ group }: AirHost, patienceSeconds: number): Promise<readonly number[]> {
    const tStop = this.nowMicros;
    let waiting = group.bands.length;
    const tookMicros: number[] = [];
    void group.stopAll(({ unconfirmed }) => {
      for (; waiting > unconfirmed.length; waiting--) tookMicros.push(this.nowMicros - tStop);
    });
    await this.pass(patienceSeconds);
    return tookMicros;
  }

  async pass(seconds: number): Promise<void> {
    const tEnd = this.nowMicros + seconds * 1e6;
    while (this.nowMicros < tEnd) {
      this.clock.advanceBy(STEP_MICROS);
      await turn();
    }
  }

  async close(): Promise<void> {
    const closed = this.hosts.flatMap(({ group, bridge }) => [group.close(), bridge.close()]);
    await this.pass(0.2);
    await Promise.all(closed);
  }
}
