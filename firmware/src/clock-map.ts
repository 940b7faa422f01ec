import { type BandMicros, type ClockMap, type SessionMicros, toBandMicros, toSessionMicros } from "@entrain/protocol";

/** The host's latest word on how its clock maps onto ours; undefined until it has spoken. */
export let clockMap: ClockMap | undefined;

export const setClockMap = (next: ClockMap | undefined): void => {
  clockMap = next;
};

/** Both need a map: callers have looked for it. */
export const bandOfSession = (tMicros: number): number => toBandMicros(clockMap as ClockMap, tMicros as SessionMicros);
export const sessionOfBand = (tMicros: number): number => toSessionMicros(clockMap as ClockMap, tMicros as BandMicros);
