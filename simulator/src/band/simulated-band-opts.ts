import type { BoardId } from "@entrain/boards";
import type { Scheduler } from "@entrain/time";
import type { Body } from "../body/index.ts";
import type { Faults } from "../link/index.ts";
import type { Random } from "../random/index.ts";
import type { SimRadio } from "../radio/api.ts";
import type { InterpreterCost } from "./cost.ts";

/** How a band takes part in what a bridge sends. */
export interface AirOpts {
  readonly radio: SimRadio;
  readonly group: number;
  /** 1 to 32. */
  readonly number: number;
}

export interface SimulatedBandOpts {
  readonly name: string;
  readonly board: BoardId;
  readonly link: "usb" | "ble";
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly body: Body;
  /** Rate error of the band's crystal. Default: drawn, 20 ppm SD. */
  readonly skewPpm?: number;
  /** How that changes with temperature. Default 0. */
  readonly driftPpmPerHour?: number;
  readonly cost?: InterpreterCost;
  readonly faults?: { readonly toHost?: Faults; readonly toDevice?: Faults };
  /** Present: it runs the bundle that hears a bridge. Its own link is then nobody's. */
  readonly air?: AirOpts;
  /** A chip of another kind sits in the inertial chip's place, and answers with this. */
  readonly imuChipId?: number;
}
