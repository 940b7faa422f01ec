import type { LeadFacts, LeadReason } from "./api.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${String(count)} people`);
const beats = (bpm: number): string => {
  const shown = bpm < 1 ? bpm.toFixed(1) : String(Math.round(bpm));
  return `${shown} ${shown === "1" ? "beat" : "beats"} a minute`;
};
const at = (bpm: number): string => `${String(Math.round(bpm))} beats a minute`;

/** What changes: '2 beats a minute slower from the next bar'. */
const change = (fromBpm: number, toBpm: number): string =>
  `${beats(Math.abs(toBpm - fromBpm))} ${toBpm < fromBpm ? "slower" : "faster"} from the next bar`;

const share = ({ withPulse, moving }: LeadFacts): string =>
  moving === 1
    ? withPulse === 1
      ? "with it"
      : "not with it yet"
    : `${String(withPulse)} of ${String(moving)} with it`;

/** What a decision is called by a facilitator. */
export const leadWords = (reason: LeadReason, fromBpm: number, toBpm: number, facts: LeadFacts): string => {
  const { moving, withPulse, seconds = 0 } = facts;
  const who = moving === 1 ? "This person" : "The group";
  switch (reason) {
    case "nobody-moves":
      return toBpm > 0 ? `Nobody moves: the pulse stays at ${at(toBpm)}.` : "Nobody moves yet: listening.";
    case "listening":
      return `Listening to ${people(moving)} moving.`;
    case "attuned":
      return `${who} moves at ${at(toBpm)}: the pulse joins in there.`;
    case "joined":
      return `The pulse is at ${at(toBpm)}: waiting for the group to be with it.`;
    case "met":
      return `The pulse goes to where ${who.toLowerCase()} is: ${at(toBpm)} from the next bar (${share(facts)}).`;
    case "stays-with-pulse":
      return `${who} stays with the pulse: ${change(fromBpm, toBpm)} (${share(facts)}).`;
    case "goes-on":
      return `Some keep a rhythm of their own: the others are led on gently, ${change(fromBpm, toBpm)} (${share(facts)}).`;
    case "trails":
      return `${who} is still catching up: the pulse waits at ${at(toBpm)} (${share(facts)}).`;
    case "some-apart":
      return `Some have a rhythm of their own: the pulse waits at ${at(toBpm)} (${share(facts)}).`;
    case "eases-back":
      return `Some came away from the pulse: it goes back towards them, ${change(fromBpm, toBpm)} (${share(facts)}).`;
    case "many-apart":
      return `${moving === 1 ? "This person" : "Most"} moved away from the pulse: it goes back to ${at(toBpm)} from the next bar (${share(facts)}).`;
    case "target-reached":
      return `${who} has come to ${at(toBpm)}: the pulse stays there (${share(facts)}).`;
    case "let-go":
      return "The pulse grows softer, and lets go.";
    case "kept-together":
      return moving === 1
        ? `Without the pulse the rhythm went on for ${String(Math.round(seconds))} s.`
        : `Without the pulse ${String(withPulse)} of ${String(moving)} kept together for ${String(Math.round(seconds))} s.`;
    case "came-apart":
      return moving === 0
        ? `Without the pulse nobody went on moving (${String(Math.round(seconds))} s).`
        : `Without the pulse ${String(withPulse)} of ${String(moving)} kept the rhythm for ${String(Math.round(seconds))} s; the others found their own.`;
  }
};
