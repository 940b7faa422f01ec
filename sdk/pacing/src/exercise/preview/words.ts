import type { StepRole, StepTempo } from "../document.ts";
import { parseMetre } from "../metre.ts";
import type { TimelineStep } from "./timeline.ts";

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** A tempo in words that a facilitator reads. */
export const tempoWords = (tempo: StepTempo, bpm: number): string => {
  switch (tempo.source) {
    case "ramp": {
      const over =
        tempo.overBars === undefined ? `${round(tempo.overSeconds ?? 0)} s` : `${String(tempo.overBars)} bars`;
      return `${round(bpm)} to ${round(tempo.toBpm)} a minute over ${over}`;
    }
    case "breath": {
      const { breathsPerMinute, toBreathsPerMinute, overBreaths, inhale, hold = 0, exhale, rest = 0 } = tempo;
      const to =
        toBreathsPerMinute === undefined
          ? ""
          : ` to ${round(toBreathsPerMinute)} over ${String(overBreaths ?? 1)} breaths`;
      const phases = [
        ["in", inhale],
        ["hold", hold],
        ["out", exhale],
        ["rest", rest],
      ] as const;
      const parts = phases.filter(([, part]) => part > 0).map(([name, part]) => `${name} ${round(part)}`);
      return `${round(breathsPerMinute)}${to} breaths a minute (${parts.join(", ")})`;
    }
    case "tap":
      return `as tapped (${tempo.by}), ${round(bpm)} a minute until then`;
    case "attune":
      return `the group's own, ${round(bpm)} a minute until it is known`;
    case "lead": {
      const { targetBpm, changePercent = 0 } = tempo;
      const to = targetBpm === undefined ? `${round(changePercent)} %` : `${round(targetBpm)} a minute`;
      return `led from ${round(bpm)} a minute to ${to}, as fast as the group stays with it`;
    }
    case "leader":
      return `the leader's, ${round(bpm)} a minute until it is known`;
    case "partner":
      return `${round(bpm)} a minute, corrected by ${round(100 * tempo.correctionShare)} % towards each one's movement`;
    case "none":
      return "no beat";
    default:
      return `${round(bpm)} a minute`;
  }
};

const MIRRORED = {
  leader: "the leader's movement",
  partner: "the partner's movement",
  own: "their own movement",
  group: "the group's movement",
} as const;

/** A pattern as it is felt, `X` for an accent, `x` for a beat, `·` for silence. */
const patternWords = ({ pattern = {} }: Extract<StepRole, { plays: "pattern" }>, metre: string): string => {
  const { beatsPerBar, groupStarts } = parseMetre(metre);
  const { bars = 1, mutes = [], subdivision = 1 } = pattern;
  const accents = new Set(
    pattern.accents ??
      Array.from({ length: bars }, (_, bar) => groupStarts.map((k) => bar * beatsPerBar + k + 1)).flat(),
  );
  const beats = Array.from({ length: bars * beatsPerBar }, (_, i) =>
    mutes.includes(i + 1) ? "·" : accents.has(i + 1) ? "X" : "x",
  );
  const parts = subdivision === 1 ? "" : `, ${String(subdivision)} pulses a beat`;
  return `${beats.join(" ")}${parts}`;
};

/** What somebody feels. */
export const roleWords = (role: StepRole, metre = "4"): string => {
  switch (role.plays) {
    case "pattern": {
      const { ratio = "1:1", phaseBeats = 0 } = role;
      const [pulses = "1", beats = "1"] = ratio.split(":");
      const slower = ratio === "1:1" ? "" : `, ${pulses} ${pulses === "1" ? "pulse" : "pulses"} to ${beats} beats`;
      return `${patternWords(role, metre)}${slower}${phaseBeats > 0 ? `, ${String(phaseBeats)} beats later` : ""}`;
    }
    case "breath":
      return "the breath";
    case "mirror":
      return MIRRORED[role.of];
    case "listen":
      return "nothing; they move or attend";
    case "rest":
      return "nothing, and nothing is expected";
  }
};

/** `everyone: X x x x` or `group 1: X x x x; group 2: X x x x, 8 beats later`. */
export const rolesWords = ({ step }: TimelineStep): string =>
  step.roles.map((role) => `${role.who.replace("-", " ")}: ${roleWords(role, step.metre)}`).join("; ");
