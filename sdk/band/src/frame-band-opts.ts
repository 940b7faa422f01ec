import type { Scheduler } from "@entrain/time";
import type { Placement } from "./band.ts";
import type { OpenLink } from "./byte-link.ts";

export interface FrameBandOpts {
  readonly name: string;
  readonly placement?: Placement;
  /** Where its link is one of a `Bridge`: `bridged`. Default `direct`. */
  readonly signal?: "direct" | "bridged";
  readonly scheduler: Scheduler;
  readonly openLink: OpenLink;
}
