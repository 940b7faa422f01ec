import type { ReasonCode } from "../api.ts";
import { MIN_SHARE, shareOf } from "../internal/span.ts";
import { stateReason } from "../member-state.ts";
import type { DyadFacts } from "./dyad-reading.ts";
import { WITHHELD } from "./dyad-table.ts";

interface Why {
  readonly reasonCode: ReasonCode;
  readonly reason: string;
}

/** Nobody is compared with someone who rests, seeks a rhythm or is not heard: the state that stands in the way. */
const byState = ({ members }: DyadFacts, k: number): Why | undefined => {
  const member = members[k];
  if (member === undefined) return undefined;
  const why = stateReason(member.machine.state, member.present);
  return why && { reasonCode: why.code, reason: why.text };
};

/** In a recording: whoever was not heard, or did not move, for most of the window. */
const byWindow = ({ members, table }: DyadFacts, k: number): Why | undefined => {
  const member = members[k];
  if (member === undefined) return undefined;
  if (shareOf(member.envelope, table) < MIN_SHARE) return { reasonCode: "no-signal", reason: "no signal" };
  return shareOf(member.moving, table) < MIN_SHARE ? { reasonCode: "resting", reason: "resting" } : undefined;
};

/** Why a pair is withheld, or undefined where it is not. */
export const whyWithheld = (facts: DyadFacts, pair: number, i: number, j: number): Why | undefined => {
  if (facts.isLive) return byState(facts, i) ?? byState(facts, j);
  if (facts.table.status[pair] !== WITHHELD) return undefined;
  return byWindow(facts, i) ?? byWindow(facts, j) ?? { reasonCode: "too-few-moving", reason: "resting" };
};
