import type { SessionView } from "@entrain/session";
import type { Key } from "./catalogue.ts";
import { figure, t } from "./t.ts";

type Lead = NonNullable<SessionView["lead"]>;

export const LEAD_PHASES = ["attune", "lead", "hold", "release"] as const;

const REASONS: Readonly<Record<string, Key & `lead.why.${string}`>> = {
  "nobody-moves": "lead.why.nobody-moves",
  listening: "lead.why.listening",
  attuned: "lead.why.attuned",
  joined: "lead.why.joined",
  met: "lead.why.met",
  "stays-with-pulse": "lead.why.stays-with-pulse",
  "goes-on": "lead.why.goes-on",
  trails: "lead.why.trails",
  "some-apart": "lead.why.some-apart",
  "many-apart": "lead.why.many-apart",
  "target-reached": "lead.why.target-reached",
  "let-go": "lead.why.let-go",
  "kept-together": "lead.why.kept-together",
  "came-apart": "lead.why.came-apart",
};

/** Why the pulse is where it is. A reason that the page does not know yet is told in the host's own words. */
export const leadReason = ({ reason, words, bpm, moving, withPulse, seconds = 0 }: Lead): string => {
  const key = REASONS[reason];
  if (key === undefined) return words;
  const facts = { bpm: figure(bpm), moving: figure(moving), withPulse: figure(withPulse), seconds: figure(seconds) };
  return (t as (key: Key, facts: object) => string)(key, facts);
};
