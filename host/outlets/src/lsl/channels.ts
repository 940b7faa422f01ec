import { SENT_STATES, type SentMember, type SentView } from "../sent-view.ts";

/** A column of a stream, described as XDF's meta-data ask for. */
export interface LslChannel {
  readonly label: string;
  readonly unit: string;
}

export const GROUP_CHANNELS: readonly LslChannel[] = [
  { label: "score", unit: "1" },
  { label: "chance", unit: "1" },
  { label: "p", unit: "1" },
  { label: "order", unit: "1" },
  { label: "tempo", unit: "Hz" },
  { label: "phase", unit: "rad" },
  { label: "pacer_tempo", unit: "beats/min" },
  { label: "pacer_beat", unit: "beats" },
];

const MEMBER_CHANNELS: readonly LslChannel[] = [
  { label: "state", unit: SENT_STATES.map((state, k) => `${String(k)}=${state}`).join(" ") },
  { label: "phase", unit: "rad" },
  { label: "tempo", unit: "Hz" },
  { label: "amplitude", unit: "g" },
];

export const memberChannels = (members: number): readonly LslChannel[] =>
  Array.from({ length: members }, (_, k) =>
    MEMBER_CHANNELS.map(({ label, unit }) => ({ label: `member${String(k + 1)}_${label}`, unit })),
  ).flat();

/** What is withheld is NaN, as the Lab Streaming Layer writes a missing value. */
const orNaN = (value: number | undefined): number => value ?? NaN;

export const groupValues = ({ group, bpm, beat }: SentView): Float32Array =>
  Float32Array.of(
    orNaN(group.score),
    orNaN(group.chance),
    orNaN(group.p),
    orNaN(group.order),
    orNaN(group.tempoHz),
    orNaN(group.phaseRad),
    bpm,
    orNaN(beat),
  );

const memberRow = ({ state, phaseRad, tempoHz, amplitudeG }: SentMember): readonly number[] => [
  SENT_STATES.indexOf(state),
  orNaN(phaseRad),
  orNaN(tempoHz),
  orNaN(amplitudeG),
];

export const memberValues = ({ members }: SentView): Float32Array => Float32Array.from(members.flatMap(memberRow));
