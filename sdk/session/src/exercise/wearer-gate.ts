import type { BandGroup } from "@entrain/band";
import type { StandingStep } from "./standing-step.ts";

/** Whether a step goes on only once its wearers have said so. */
export const waitsForWearers = ({ laid }: StandingStep): boolean =>
  "until" in laid.step.lasts && laid.step.lasts.until === "wearers";

/**
 * What wearers say on their bands of small steps. While it pulses, any press stops that band, and the group goes one step
 * back. Once it is silent, a press and then a hold say: go on. Whoever rests anyway, or has no signal, holds up nobody.
 */
export class WearerGate {
  private readonly group: BandGroup;
  private leave: (() => void) | undefined;

  constructor(group: BandGroup) {
    this.group = group;
  }

  /** Calls back once, at the first wearer who stops. */
  watch(onStop: () => void): void {
    this.close();
    this.leave = this.group.on(({ event }) => {
      if (event.kind !== "wearer" || event.action !== "stop") return;
      this.close();
      onStop();
    });
  }

  /** Calls back once, when every wearer who takes part has gone on. */
  wait(onAll: () => void): void {
    this.close();
    const awaited = new Set<number>();
    this.group.bands.forEach((band, member) => {
      if (band.state === "ready" && !this.group.isRestedByWearer(member)) awaited.add(member);
    });
    this.leave = this.group.on(({ member, event }) => {
      if (event.kind === "state" && event.state === "no-signal") awaited.delete(member);
      else if (event.kind === "wearer" && event.action === "resume") awaited.delete(member);
      else return;
      if (awaited.size > 0) return;
      this.close();
      onAll();
    });
  }

  close(): void {
    this.leave?.();
    this.leave = undefined;
  }
}
