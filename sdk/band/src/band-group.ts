import type { SessionMicros } from "@entrain/protocol";
import type { Band, BandEvent, BandPlan } from "./band.ts";
import { Emitter } from "./emitter.ts";
import { WearerRest } from "./wearer-rest.ts";

/** What happened, and at which of the group's bands. */
export interface GroupEvent {
  readonly member: number;
  readonly event: BandEvent;
}

/** How a stop-all stands: the names of bands that have not confirmed it. */
export interface StopProgress {
  readonly unconfirmed: readonly string[];
}

/** What a member plays, and from when on. */
interface Running {
  readonly plan: BandPlan;
  readonly fromMicros: SessionMicros;
}

export interface BandGroupOpts {
  /** Whether nobody has a band at a place now: then no stop is awaited there. Default: never. */
  readonly isVacant?: (member: number) => boolean;
}

/**
 * The bands of a group, each with a plan of its own or all with the same. A band that comes late, comes back, or is
 * resumed by its wearer gets its member's running plan and falls in by itself.
 */
export class BandGroup {
  readonly bands: readonly Band[];
  private readonly isVacant: (member: number) => boolean;
  private readonly events = new Emitter<GroupEvent>();
  private readonly rests: readonly WearerRest[];
  /** By member; undefined: rests. */
  private readonly running: (Running | undefined)[];

  constructor(bands: readonly Band[], { isVacant = () => false }: BandGroupOpts = {}) {
    this.bands = bands;
    this.isVacant = isVacant;
    this.rests = bands.map(() => new WearerRest());
    this.running = bands.map(() => undefined);
    bands.forEach((band, member) => {
      band.on((event) => {
        this.rests[member]?.take(event, band.info);
        this.events.emit({ member, event });
        const isBack = event.kind === "state" && event.state === "ready";
        const isResumed = event.kind === "wearer" && event.action === "resume";
        if (isBack || isResumed) void this.sendRunning(member);
      });
    });
  }

  /** Whether the wearer of a band has stopped it and not resumed since, even if the band itself has started anew. */
  isRestedByWearer(member: number): boolean {
    return this.rests[member]?.isResting ?? false;
  }

  /** The wearer of a band that was stopped goes on with the group, and said so in another way than by a resume. */
  endWearerRest(member: number): void {
    this.rests[member]?.end();
  }

  on(listener: (event: GroupEvent) => void): () => void {
    return this.events.on(listener);
  }

  /**
   * Plays a plan from a moment on, in place of whatever plays. Bands that cannot hear it now get it when they can.
   *
   * @param plan - its revision is higher than any before
   */
  async play(plan: BandPlan, fromMicros: SessionMicros): Promise<void> {
    await this.playEach(
      this.bands.map(() => plan),
      fromMicros,
    );
  }

  /**
   * Plays a plan a member from a moment on, in place of whatever that member plays.
   *
   * @param plans - by member; whoever has none goes on as before. Plans of one call may share a revision, which is
   *   higher than any before
   */
  async playEach(plans: readonly (BandPlan | undefined)[], fromMicros: SessionMicros): Promise<void> {
    await Promise.all(
      plans.map(async (plan, member) => {
        if (plan === undefined) return;
        this.running[member] = { plan, fromMicros };
        await this.sendRunning(member);
      }),
    );
  }

  /** Fades everywhere, and all rest: no plan runs from now on. A band that cannot hear it rests when it has been silent. */
  async rest(fadeMillis: number): Promise<void> {
    this.running.fill(undefined);
    await Promise.all(this.bands.map((band) => this.fade(band, fadeMillis)));
  }

  /**
   * Motor off, everywhere, now.
   *
   * @param onProgress - told at once, and after every confirmation
   * @returns when every band has confirmed; a band without a signal is named until it is back, or for good
   */
  async stopAll(onProgress: (progress: StopProgress) => void): Promise<void> {
    this.running.fill(undefined);
    const unconfirmed = new Set(this.bands.filter((_, member) => !this.isVacant(member)));
    const report = (): void => {
      onProgress({ unconfirmed: [...unconfirmed].map(({ name }) => name) });
    };
    report();
    await Promise.all(
      this.bands.map(async (band, member) => {
        if (!unconfirmed.has(band)) return;
        await this.stopUntilConfirmed(band, member);
        unconfirmed.delete(band);
        report();
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.bands.map((band) => band.close()));
  }

  private async fade(band: Band, fadeMillis: number): Promise<void> {
    if (band.state !== "ready") return;
    try {
      await band.stop(fadeMillis);
    } catch {
      // Its link ended: it fades by itself.
    }
  }

  private async stopUntilConfirmed(band: Band, member: number): Promise<void> {
    for (;;) {
      try {
        await band.stopAll();
        return;
      } catch {
        if (band.state === "closed" || this.isVacant(member)) return;
        await this.nextReady(band, member);
      }
    }
  }

  private nextReady(band: Band, member: number): Promise<void> {
    return new Promise((resolve) => {
      const stop = band.on((event) => {
        if (event.kind !== "state") return;
        if (event.state !== "measuring" && event.state !== "closed" && !this.isVacant(member)) return;
        stop();
        resolve();
      });
    });
  }

  private async sendRunning(member: number): Promise<void> {
    const band = this.bands[member];
    const running = this.running[member];
    if (band === undefined || this.isRestedByWearer(member)) return;
    if (running === undefined || band.state !== "ready") return;
    const { plan, fromMicros } = running;
    try {
      await band.setPlan(plan);
      // What was to run may have changed while the plan was under way.
      if (this.running[member] === running) await band.start(plan.revision, fromMicros);
    } catch {
      // Refused by a wearer's stop, or the link ended: both end with an event that brings us here again.
    }
  }
}
