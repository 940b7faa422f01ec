import type { BandView, SessionView } from "@entrain/session";
import type { GroupReading, MemberReading } from "../src/api.ts";

const QUALITY = { blankedShare: 0, missingShare: 0 };

/** Someone on the ring at phase 0, unless told otherwise. */
export const memberWith = (changes: Partial<MemberReading> = {}): MemberReading => ({
  name: "Ada",
  state: "ok",
  phaseRad: 0,
  tempoHz: 1,
  amplitudeG: 0.1,
  quality: QUALITY,
  ...changes,
});

/** A member without a phase: whoever is not `ok` has none. */
export const memberIn = (state: MemberReading["state"], changes: Partial<MemberReading> = {}): MemberReading => ({
  name: "Ada",
  state,
  amplitudeG: 0.1,
  quality: QUALITY,
  ...changes,
});

export const bandWith = (changes: Partial<BandView> = {}): BandView => ({
  member: 0,
  name: "Ada",
  board: "bench",
  status: "playing",
  restedByWearer: false,
  framesBad: 0,
  ...changes,
});

export interface ViewChanges extends Partial<SessionView> {
  readonly members?: readonly MemberReading[];
  readonly group?: GroupReading;
}

/** A view at an odd time, with nobody in it unless told otherwise. */
export const viewWith = ({
  members = [],
  group = { verdict: "withheld" },
  ...changes
}: ViewChanges = {}): SessionView => ({
  tMicros: 123_456_789,
  title: "Tuesday",
  simulated: true,
  playing: false,
  pacer: { bpm: 60, beatsPerBar: 4 },
  bands: [],
  stop: { state: "none", unconfirmed: [] },
  reading: {
    estimator: "test",
    tMicros: 123_456_789,
    windowS: 30,
    strangerTempoSpread: 0.03,
    delayMicros: 0,
    group,
    members,
  },
  ...changes,
});
