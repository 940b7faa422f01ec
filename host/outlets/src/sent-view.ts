import type { BandView, SessionView } from "@entrain/session";
import type { MaySend } from "./outlet.ts";

type GroupReading = SessionView["reading"]["group"];
type MemberReading = SessionView["reading"]["members"][number];

const MICROS = 1e6;

/** In the order of their numbers on the Lab Streaming Layer: 0, 1, 2, 3. */
export const SENT_STATES = ["resting", "finding-rhythm", "moving", "no-signal"] as const;
export type SentState = (typeof SENT_STATES)[number];

/** One person, by number alone: names never leave. */
export interface SentMember {
  /** Counted from 1, in the order of the bands. */
  readonly number: number;
  readonly state: SentState;
  /** (−π, π] */
  readonly phaseRad?: number;
  readonly tempoHz?: number;
  /** RMS of the movement, in g. */
  readonly amplitudeG?: number;
  /** Ahead of the others, in seconds; negative: behind. Three or more people only. */
  readonly leadS?: number;
}

export interface SentGroup {
  readonly verdict: GroupReading["verdict"];
  /** Chance-corrected: 0 is chance, 1 is perfect. Absent while there is nothing to judge. */
  readonly score?: number;
  readonly chance?: number;
  readonly p?: number;
  /** Kuramoto's R, [0, 1]. */
  readonly order?: number;
  readonly tempoHz?: number;
  readonly phaseRad?: number;
}

/** What goes out of a view, the same for every outlet. */
export interface SentView {
  /** Session time that the reading is about. */
  readonly tMicros: number;
  /** How long before the view that was. */
  readonly ageS: number;
  /** From a movement to its phase, beyond `ageS`. */
  readonly delayS: number;
  readonly windowS: number;
  readonly simulated: boolean;
  readonly playing: boolean;
  readonly bpm: number;
  /** Position at the time of the view; absent while nothing plays. */
  readonly beat?: number;
  readonly group: SentGroup;
  readonly members: readonly SentMember[];
}

const STATE: Readonly<Record<MemberReading["state"], SentState>> = {
  still: "resting",
  acquiring: "finding-rhythm",
  "ambiguous-tempo": "finding-rhythm",
  ok: "moving",
  dropout: "no-signal",
};

const group = ({ verdict, score, orderParameter, tempoHz, meanPhaseRad }: GroupReading): SentGroup => ({
  verdict,
  ...(score !== undefined && { score: score.value, chance: score.chance, p: score.p }),
  ...(orderParameter !== undefined && { order: orderParameter }),
  ...(tempoHz !== undefined && { tempoHz }),
  ...(meanPhaseRad !== undefined && { phaseRad: meanPhaseRad }),
});

const member = (reading: MemberReading, index: number, hidden: boolean): SentMember => {
  const number = index + 1;
  // Who opted out looks like someone who is resting.
  if (hidden || reading.reasonCode === "listening") return { number, state: "resting" };
  const state = STATE[reading.state];
  if (state !== "moving") return { number, state };
  const { phaseRad, tempoHz, amplitudeG, leadMicros } = reading;
  return {
    number,
    state,
    amplitudeG,
    ...(phaseRad !== undefined && { phaseRad }),
    ...(tempoHz !== undefined && { tempoHz }),
    ...(leadMicros !== undefined && { leadS: leadMicros / MICROS }),
  };
};

const isPrivate = ({ restedByWearer, keptPrivate }: BandView): boolean => restedByWearer || keptPrivate === true;

/** What may leave of a view: no names; of somebody who rests by their own wish, or did not agree, nothing but that. */
export const sentView = (view: SessionView, maySend: MaySend): SentView => {
  const { reading, pacer, bands } = view;
  return {
    tMicros: reading.tMicros,
    ageS: Math.max(0, (view.tMicros - reading.tMicros) / MICROS),
    delayS: reading.delayMicros / MICROS,
    windowS: reading.windowS,
    simulated: view.simulated,
    playing: view.playing,
    bpm: pacer.bpm,
    ...(pacer.beat !== undefined && { beat: pacer.beat }),
    group: group(reading.group),
    members: reading.members.map((each, index) =>
      member(each, index, !maySend(index) || bands.some((band) => band.member === index && isPrivate(band))),
    ),
  };
};
