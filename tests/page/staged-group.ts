import type { BandView, SessionView } from "@entrain/session";

type Reading = SessionView["reading"];
type MemberReading = Reading["members"][number];
type Score = NonNullable<Reading["group"]["score"]>;

const NAMES = [
  "Ada",
  "Ben",
  "Chen",
  "Dana",
  "Emil",
  "Farah",
  "Goran",
  "Hana",
  "Ivo",
  "Jun",
  "Kira",
  "Leo",
  "Mina",
  "Noor",
  "Omar",
];
const TAU = 2 * Math.PI;

/** A third of a class has names, the rest numbers: what is long and what is short both happen. */
export const nameOf = (member: number): string => NAMES[member] ?? `Band ${String(member + 1)}`;

/** Every fifth keeps a rhythm of their own, every sixth rests, one has no signal. */
const stateOf = (member: number): "with" | "own" | "resting" | "no-signal" | "finding" => {
  if (member === 13) return "no-signal";
  if (member % 6 === 5) return "resting";
  if (member % 5 === 3) return "own";
  return member % 9 === 7 ? "finding" : "with";
};

export const scoreOf = (value: number): Score => ({
  value,
  chance: 0.18,
  p: 0.004,
  windowS: 30,
  delayMicros: 2e6,
  coverage: 0.9,
});

const wrapRad = (rad: number): number => rad - TAU * Math.floor((rad + Math.PI) / TAU);

/** Where a staged member's movement is: near the pulse, ahead or behind by a little that drifts. */
export const phaseOf = (member: number, beat: number): number => {
  const own = stateOf(member) === "own";
  const aheadRad = 0.35 * Math.sin(member * 1.7 + beat / 9);
  return wrapRad(TAU * beat * (own ? 1 + 0.11 * ((member % 3) + 1) : 1) + aheadRad);
};

export const memberAt = (member: number, beat: number, bpm: number, playing: boolean): MemberReading => {
  const state = stateOf(member);
  const common = { name: nameOf(member), amplitudeG: 0.2, quality: { blankedShare: 0.02, missingShare: 0 } };
  if (state === "resting") return { ...common, state: "still", reasonCode: "resting", reason: "resting" };
  if (state === "no-signal") return { ...common, state: "dropout", reasonCode: "no-signal", reason: "no signal" };
  if (state === "finding") return { ...common, state: "acquiring", reasonCode: "finding-rhythm", reason: "finding" };
  const own = state === "own";
  return {
    ...common,
    state: "ok",
    phaseRad: phaseOf(member, beat),
    tempoHz: (bpm / 60) * (own ? 1 + 0.11 * ((member % 3) + 1) : 1),
    ...(playing && { withPacer: !own, ...(!own && { pacerScore: scoreOf(0.9 - 0.07 * (member % 5)) }) }),
  };
};

export const bandAt = (member: number, playing: boolean): BandView => ({
  member,
  name: nameOf(member),
  board: member % 2 === 0 ? "xiao-sense" : "banglejs2",
  status: stateOf(member) === "no-signal" ? "no-signal" : playing ? "playing" : "resting",
  batteryPercent: member === 2 ? 14 : 80 - member,
  clockErrorMicros: 400,
  restedByWearer: false,
  consents: { scoring: true, "felt-by-others": member % 2 === 0 },
  framesBad: 0,
});
