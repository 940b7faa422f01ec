import { type BandMicros, type ClockMap, type SessionMicros, toBandMicros, toSessionMicros } from "@entrain/protocol";

/** The host's latest word on how its clock maps onto ours. */
let map: ClockMap | undefined;

export const setClockMap = (next: ClockMap | undefined): void => {
  map = next;
};

export const hasClockMap = (): boolean => map !== undefined;

/** Needs a map: callers have asked {@link hasClockMap}. */
export const bandOfSession = (tMicros: number): number => toBandMicros(map as ClockMap, tMicros as SessionMicros);
export const sessionOfBand = (tMicros: number): number => toSessionMicros(map as ClockMap, tMicros as BandMicros);
export const bandPerSession = (): number => (map as ClockMap).bandPerSession;
