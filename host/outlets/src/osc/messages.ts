import type { OscArgument, OscMessage } from "osc/src/osc.js";
import type { SentMember, SentView } from "../sent-view.ts";

/** Only the argument types that every OSC 1.0 receiver knows. */
const f = (value: number): OscArgument => ({ type: "f", value });
const i = (value: number | boolean): OscArgument => ({ type: "i", value: Number(value) });
const s = (value: string): OscArgument => ({ type: "s", value });

const message = (address: string, ...args: readonly OscArgument[]): OscMessage => ({
  address: `/entrain/${address}`,
  args,
});
/** What is withheld is not sent: silence is never mistaken for a 0. */
const given = (address: string, value: number | undefined): readonly OscMessage[] =>
  value === undefined ? [] : [message(address, f(value))];

const MICROS = 1e6;
const TURN = 2 * Math.PI;
const phaseOfBeat = (beat: number): number => beat - Math.floor(beat);
/** (−π, π] as a share of a cycle, [0, 1). */
const cycle = (phaseRad: number | undefined): number | undefined =>
  phaseRad === undefined ? undefined : (phaseRad / TURN + 1) % 1;

/** The session, the pacer and the group. docs/OSC.md is the text of this table. */
export const groupMessages = (view: SentView): readonly OscMessage[] => {
  const { group } = view;
  return [
    message("session/time", f(view.tMicros / MICROS)),
    message("session/playing", i(view.playing)),
    message("session/simulated", i(view.simulated)),
    message("pacer/bpm", f(view.bpm)),
    ...given("pacer/beat", view.beat),
    ...given("pacer/phase", view.beat === undefined ? undefined : phaseOfBeat(view.beat)),
    message("group/verdict", s(group.verdict)),
    message("group/decided", i(group.verdict === "in-sync" || group.verdict === "not-in-sync")),
    ...given("group/score", group.score),
    ...given("group/chance", group.chance),
    ...given("group/p", group.p),
    ...given("group/order", group.order),
    ...given("group/tempo", group.tempoHz),
    ...given("group/phase", cycle(group.phaseRad)),
    message("group/window", f(view.windowS)),
    message("group/delay", f(view.ageS + view.delayS)),
  ];
};

/** One person, by number. */
export const memberMessages = ({
  number,
  state,
  phaseRad,
  tempoHz,
  amplitudeG,
  leadS,
}: SentMember): readonly OscMessage[] => {
  const at = (leaf: string): string => `member/${String(number)}/${leaf}`;
  return [
    message(at("state"), s(state)),
    ...given(at("phase"), cycle(phaseRad)),
    ...given(at("tempo"), tempoHz),
    ...given(at("amplitude"), amplitudeG),
    ...given(at("lead"), leadS),
  ];
};
