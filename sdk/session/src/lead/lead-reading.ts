import type { LeadMember, LeadMemberState, LeadReading } from "@entrain/pacing";
import type { MemberReading, MemberState, Reading } from "@entrain/synchrony";
import type { Pacer } from "../pacer.ts";

/** Between two looks at the beat, to see its tempo. */
const SLOPE_MICROS = 1_000;
const MICROS_PER_MINUTE = 60e6;

const STATES: Readonly<Record<MemberState, LeadMemberState>> = {
  ok: "moving",
  acquiring: "finding-rhythm",
  "ambiguous-tempo": "own-rhythm",
  still: "resting",
  dropout: "no-signal",
};

/** The pulse at a time, where there is one. */
export const pulseAt = (pacer: Pacer, tMicros: number): LeadReading["pulse"] => {
  const beat = pacer.beatAt(tMicros);
  const before = pacer.beatAt(tMicros - SLOPE_MICROS);
  if (beat === undefined || before === undefined) return undefined;
  return { beat, bpm: ((beat - before) * MICROS_PER_MINUTE) / SLOPE_MICROS };
};

/** A member as a leader needs to know them: what is withheld stays so. */
export const leadMember = ({ state, tempoHz, phaseRad, reasonCode }: MemberReading): LeadMember => ({
  state: reasonCode === "listening" ? "listening" : STATES[state],
  ...(tempoHz !== undefined && { tempoHz }),
  ...(phaseRad !== undefined && { phaseRad }),
});

/** @param counts - whether a member feels the pulse and is meant to move to it; whoever is not is listening */
export const leadReading = (
  { tMicros, members }: Reading,
  pacer: Pacer,
  counts: (member: number) => boolean,
): LeadReading => {
  const pulse = pulseAt(pacer, tMicros);
  return {
    tMicros,
    ...(pulse !== undefined && { pulse }),
    members: members.map((member, k) => (counts(k) ? leadMember(member) : { state: "listening" })),
  };
};
