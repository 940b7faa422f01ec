import { FrameBand } from "@entrain/band";
import type { FoundBand } from "../contract.ts";
import type { FoundPort, Ground } from "./ground.ts";

/** `health.batteryPercent` where the band does not know. */
const UNKNOWN_BATTERY = 255;

interface Pooled {
  readonly port: FoundPort;
  /** Undefined while somebody has it: its port is theirs. */
  band: FrameBand | undefined;
  state: FoundBand["state"];
  batteryPercent: number | undefined;
}

/** The bands that were found and that nobody has: each can be asked which it is, and says whose button was pressed. */
export class BandPool {
  private readonly ground: Ground;
  private readonly onChange: () => void;
  private readonly found = new Map<string, Pooled>();
  private pressedLast: string | undefined;
  private isClosed = false;

  constructor(ground: Ground, onChange: () => void) {
    this.ground = ground;
    this.onChange = onChange;
  }

  get bands(): readonly FoundBand[] {
    return [...this.found.values()].map(({ port: { id, label, persona }, state, batteryPercent }) => ({
      id,
      label,
      state,
      ...(batteryPercent !== undefined && { batteryPercent }),
      ...(id === this.pressedLast && { pressedLast: true }),
      ...(persona !== undefined && { persona: persona.now() }),
    }));
  }

  /** The ways in which virtual wearers can take part. */
  get personas(): readonly string[] | undefined {
    return [...this.found.values()].find(({ port }) => port.persona !== undefined)?.port.persona?.choices;
  }

  /** @throws Error where its wearer is nobody who can be another, or there is no such way */
  become(id: string, name: string): void {
    const { persona } = this.portOf(id);
    if (persona === undefined) throw new Error(`expected a virtual person, found "${id}"`);
    persona.become(name);
  }

  /** Looks at what is plugged in now. What is gone is forgotten, unless somebody has it. */
  async look(): Promise<void> {
    const ports = await this.ground.find();
    if (this.isClosed) return;
    const ids = new Set(ports.map(({ id }) => id));
    for (const [id, { band }] of this.found)
      if (!ids.has(id) && band !== undefined) {
        this.found.delete(id);
        void band.close();
      }
    for (const port of ports) {
      const known = this.found.get(port.id);
      if (known === undefined) this.add(port);
      else if (known.state === "silent" && known.band !== undefined) this.adopt(port.id);
    }
    this.onChange();
  }

  /** @throws Error where there is no such band */
  portOf(id: string): FoundPort {
    const pooled = this.found.get(id);
    if (pooled === undefined) throw new Error(`expected one of the bands that were found, found "${id}"`);
    return pooled.port;
  }

  has(id: string): boolean {
    return this.found.has(id);
  }

  /** Lets go of a band for whoever is to have it. */
  async release(id: string): Promise<void> {
    const pooled = this.found.get(id);
    if (pooled === undefined) return;
    const { band } = pooled;
    pooled.band = undefined;
    await band?.close();
  }

  /** Nobody has it any more. */
  adopt(id: string): void {
    const pooled = this.found.get(id);
    if (pooled === undefined || this.isClosed) return;
    void pooled.band?.close();
    this.listenTo(pooled);
  }

  /** @throws Error where it does not answer */
  async identify(id: string, count: number): Promise<void> {
    const band = this.found.get(id)?.band;
    if (band === undefined) throw new Error(`expected a band that answers, found "${id}"`);
    await band.identify(count);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.found.values()].map(({ band }) => band?.close()));
    this.found.clear();
  }

  private add(port: FoundPort): void {
    const pooled: Pooled = { port, band: undefined, state: "looking", batteryPercent: undefined };
    this.found.set(port.id, pooled);
    this.listenTo(pooled);
  }

  private listenTo(pooled: Pooled): void {
    const { port } = pooled;
    const band = new FrameBand({ name: port.label, scheduler: this.ground.scheduler, openLink: port.openLink });
    const enter = (state: FoundBand["state"]): void => {
      if (pooled.band !== band || pooled.state === state) return;
      pooled.state = state;
      this.onChange();
    };
    pooled.band = band;
    band.on((event) => {
      if (pooled.band !== band) return;
      if (event.kind === "state") enter(event.state === "no-signal" ? "silent" : "here");
      else if (event.kind === "wearer") {
        this.pressedLast = port.id;
        this.onChange();
      } else if (event.kind === "health") {
        const { batteryPercent } = event.health;
        pooled.batteryPercent = batteryPercent === UNKNOWN_BATTERY ? undefined : batteryPercent;
      }
    });
    band.connect().then(
      () => {
        enter("here");
      },
      () => {
        enter("silent");
      },
    );
  }
}
