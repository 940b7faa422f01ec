import type { BandView, SessionView } from "@entrain/session";

type Reading = SessionView["reading"];
type Member = Reading["members"][number];

export const memberOf = (name: string, more: Partial<Member> = {}): Member => ({
  name,
  state: "ok",
  phaseRad: Math.PI / 2,
  tempoHz: 1.5,
  amplitudeG: 0.25,
  leadMicros: -40_000,
  quality: { blankedShare: 0, missingShare: 0 },
  ...more,
});

const bandOf = (member: number, restedByWearer: boolean): BandView => ({
  member,
  name: "not to be sent",
  board: "xiao-sense",
  status: "playing",
  restedByWearer,
  framesBad: 0,
});

export interface ViewOpts {
  readonly members?: readonly Member[];
  readonly group?: Reading["group"];
  readonly rested?: readonly number[];
  readonly beat?: number;
  readonly playing?: boolean;
}

/** A view at 10.5 s whose reading is about 10.25 s. */
export const viewOf = ({ members = [], group, rested = [], beat, playing = true }: ViewOpts = {}): SessionView => ({
  tMicros: 10_500_000,
  title: "Tuesday",
  simulated: false,
  playing,
  pacer: { bpm: 90, beatsPerBar: 4, ...(beat !== undefined && { beat }) },
  bands: members.map((_, k) => bandOf(k, rested.includes(k))),
  reading: {
    estimator: "test 1",
    tMicros: 10_250_000,
    windowS: 30,
    strangerTempoSpread: 0.03,
    delayMicros: 150_000,
    group: group ?? { verdict: "withheld", reasonCode: "resting", reason: "resting" },
    members,
  },
  stop: { state: "none", unconfirmed: [] },
});

export const IN_SYNC: Reading["group"] = {
  verdict: "in-sync",
  score: { value: 0.625, chance: 0.125, p: 0.03125, windowS: 30, delayMicros: 0, coverage: 1 },
  orderParameter: 0.75,
  tempoHz: 1.5,
  meanPhaseRad: -Math.PI / 2,
};
