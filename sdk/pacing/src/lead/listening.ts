import type { LeadReading } from "./api.ts";
import { groupTempoHz } from "./group-tempo.ts";
import type { LeadSettings } from "./settings.ts";

/** A group's tempo is known when it has stayed within this share for so long. */
const STEADY_SHARE = 0.04;
const STEADY_MICROS = 4e6;

/** Finds the group's own tempo before anything is pulsed. */
export class Listening {
  private readonly settings: LeadSettings;
  private tFirstMovedMicros = NaN;
  private steadySinceMicros = NaN;
  private lastHz = NaN;

  constructor(settings: LeadSettings) {
    this.settings = settings;
  }

  /** @returns the tempo once it is known, or at the end of patience */
  take(reading: LeadReading): { readonly moving: number; readonly tempoHz?: number } {
    const { slowestBpm, fastestBpm, listenSeconds, listenAtMostSeconds } = this.settings;
    const { tMicros } = reading;
    const tempiHz = reading.members.flatMap(({ state, tempoHz }) =>
      state === "moving" && tempoHz !== undefined ? [tempoHz] : [],
    );
    const moving = tempiHz.length;
    const tempoHz = groupTempoHz(tempiHz, { slowestHz: slowestBpm / 60, fastestHz: fastestBpm / 60 });
    if (tempoHz === undefined) {
      this.steadySinceMicros = NaN;
      return { moving };
    }
    if (Number.isNaN(this.tFirstMovedMicros)) this.tFirstMovedMicros = tMicros;
    if (!(Math.abs(tempoHz / this.lastHz - 1) < STEADY_SHARE)) {
      this.steadySinceMicros = tMicros;
      this.lastHz = tempoHz;
    }
    const movedMicros = tMicros - this.tFirstMovedMicros;
    const isSteady = tMicros - this.steadySinceMicros >= STEADY_MICROS && movedMicros >= listenSeconds * 1e6;
    return isSteady || movedMicros >= listenAtMostSeconds * 1e6 ? { moving, tempoHz } : { moving };
  }
}

/** Whether anybody moves, their rhythm known or not. */
export const isAnyoneMoving = ({ members }: LeadReading): boolean =>
  members.some(({ state }) => state === "moving" || state === "finding-rhythm");
