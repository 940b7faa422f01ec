import { MICROS_PER_SECOND, type SessionMicros, sessionMicros } from "@entrain/protocol";
import { readChoralText } from "../../choral/choral-text.ts";
import { speak } from "../../choral/speak.ts";
import { PacingError } from "../../errors.ts";
import type { ExerciseDocument, ExerciseStep, StepRole } from "../document.ts";
import { settingsOfTempo } from "../../lead/settings.ts";
import type { LeadTempo } from "../lead-tempo.ts";
import { countInMicros, type LaidStep, layStep, microsOf } from "../lay-step.ts";
import { parseMetre } from "../metre.ts";
import { CUE_MICROS } from "../quiet-plans.ts";
import { rolePlan } from "../role-plan.ts";
import { type Problem, shown } from "./schema-problems.ts";

/** Before any step has said one. */
export const FIRST_BPM = 90;
const SHORTEST_STEP_S = 5;
const LONGEST_STEP_S = 3_600;
const MOST_BEATS = 16;
const START: SessionMicros = sessionMicros(0);

type Tell = (path: string, expected: string, found: string | number | undefined) => void;

/** A refusal from further down, as a problem of the document. */
const tellOf = (error: unknown, path: string, tell: Tell): void => {
  if (!(error instanceof PacingError)) throw error;
  const [, expected = error.message, found = "another"] = /^expected (.*), found (.*)$/s.exec(error.message) ?? [];
  tell(path, expected, found);
};

const checkRole = (role: StepRole, step: ExerciseStep, groups: number, path: string, tell: Tell): void => {
  const { who, plays } = role;
  const group = who.startsWith("group-") ? Number(who.slice("group-".length)) : 0;
  if (group > groups)
    tell(
      `${path}/who`,
      groups === 1 ? '"groups" in the document for subgroups' : `group-1 to group-${String(groups)}`,
      who,
    );
  if (plays === "breath" && step.tempo.source !== "breath")
    tell(`${path}/plays`, 'a tempo with "source": "breath" for a breath', step.tempo.source);
  if (plays !== "pattern") return;
  if (step.tempo.source === "none" || step.tempo.source === "breath")
    tell(`${path}/plays`, "a tempo with a beat for a pattern", step.tempo.source);
  const { bars = 1, accents = [], mutes = [] } = role.pattern ?? {};
  const cycle = bars * parseMetre(step.metre ?? "4").beatsPerBar;
  if (cycle > MOST_BEATS)
    tell(`${path}/pattern/bars`, `bars times beats of a bar at most ${String(MOST_BEATS)}`, cycle);
  for (const [name, beats] of Object.entries({ accents, mutes }))
    beats.forEach((beat, i) => {
      if (beat > cycle) tell(`${path}/pattern/${name}/${String(i)}`, `a beat from 1 to ${String(cycle)}`, beat);
    });
};

const checkLead = (tempo: LeadTempo, at: string, tell: Tell): void => {
  if (tempo.source === "lead" && (tempo.targetBpm === undefined) === (tempo.changePercent === undefined)) {
    tell(at, "either targetBpm or changePercent", tempo.targetBpm === undefined ? "neither" : "both");
    return;
  }
  try {
    settingsOfTempo(tempo, at);
  } catch (error) {
    if (!(error instanceof PacingError)) throw error;
    const [, path = at, expected = error.message, found = ""] =
      /^expected (\S+) (.*), found (.*)$/s.exec(error.message) ?? [];
    tell(path, expected, found);
  }
};

/** Who is not scored is listening, and whoever listens is not read: nothing would ever follow them. */
const checkIsRead = ({ tempo, score }: ExerciseStep, path: string, tell: Tell): void => {
  if (score === "none" && (tempo.source === "attune" || tempo.source === "lead" || tempo.source === "partner"))
    tell(`${path}/score`, `"with-the-pulse" or "with-each-other" where the tempo is "${tempo.source}"`, score);
};

const checkTempo = ({ tempo, lasts }: ExerciseStep, isFirst: boolean, path: string, tell: Tell): void => {
  const at = `${path}/tempo`;
  if (tempo.source === "ramp" && (tempo.overBars === undefined) === (tempo.overSeconds === undefined))
    tell(at, "either overBars or overSeconds", tempo.overBars === undefined ? "neither" : "both");
  if (isFirst && (tempo.source === "keep" || (tempo.source === "ramp" && tempo.fromBpm === undefined)))
    tell(at, "a tempo of its own for the first step", tempo.source);
  if (isFirst && tempo.source === "lead" && tempo.bpm === undefined)
    tell(`${at}/bpm`, "a tempo to begin with", undefined);
  if (tempo.source === "attune" || tempo.source === "lead") checkLead(tempo, at, tell);
  if (tempo.source === "breath" && (tempo.toBreathsPerMinute === undefined) !== (tempo.overBreaths === undefined))
    tell(at, "toBreathsPerMinute and overBreaths together", "one of them");
  if ("readings" in lasts !== (tempo.source === "speech") && !("until" in lasts))
    tell(`${path}/lasts`, 'readings where "source" is "speech", and only there', tempo.source);
  if ("breaths" in lasts && tempo.source !== "breath")
    tell(`${path}/lasts`, 'breaths only where "source" is "breath"', tempo.source);
};

/** What is spoken is for the ear, and its lines are its bars. */
const checkSpeech = ({ tempo, metre, score }: ExerciseStep, path: string, tell: Tell): void => {
  if (tempo.source !== "speech") return;
  if (metre !== undefined) tell(`${path}/metre`, "no metre beside a text", metre);
  if (score !== "none") tell(`${path}/score`, '"none" for what is spoken', score);
  try {
    speak(readChoralText(tempo.text), tempo.bpm);
  } catch (error) {
    tellOf(error, `${path}/tempo/text`, tell);
  }
};

/** Lengths, once laid out: a step leaves time for its cue, a count-in for the step to reach every band. */
const checkLengths = (laid: LaidStep, path: string, tell: Tell): void => {
  const { step } = laid;
  const lengthS = (microsOf(laid) ?? SHORTEST_STEP_S * MICROS_PER_SECOND) / MICROS_PER_SECOND;
  if (lengthS < SHORTEST_STEP_S || lengthS > LONGEST_STEP_S)
    tell(
      `${path}/lasts`,
      `a step of ${String(SHORTEST_STEP_S)} to ${String(LONGEST_STEP_S)} s`,
      `${lengthS.toFixed(1)} s`,
    );
  const { countInBars } = step;
  if (countInBars === undefined) return;
  if (laid.frame.train !== undefined || step.tempo.source === "none") {
    tell(`${path}/countInBars`, "a tempo with a beat for a count-in", step.tempo.source);
    return;
  }
  const lengthMicros = countInMicros(laid);
  if (lengthMicros < CUE_MICROS)
    tell(
      `${path}/countInBars`,
      `a count-in of at least ${String(CUE_MICROS / MICROS_PER_SECOND)} s`,
      `${(lengthMicros / MICROS_PER_SECOND).toFixed(1)} s`,
    );
};

/** Every plan that a step asks for is proved safe. */
const checkPlans = ({ step, frame, course, bars }: LaidStep, path: string, tell: Tell): void => {
  step.roles.forEach((role, i) => {
    try {
      // Where each beat has a length of its own every part is another; else the first is as good as any.
      const last = step.tempo.source === "intervals" ? (bars ?? 1) : 1;
      for (let bar = 0; bar < last;) {
        const { segments, bars: held } = course.mapFrom(bar);
        rolePlan(role, frame, { segments, fromMicros: START, fromBeat: bar * course.beatsPerBar, revision: 1 });
        bar += held;
      }
    } catch (error) {
      tellOf(error, `${path}/roles/${String(i)}`, tell);
    }
  });
};

/** What a schema cannot say of a document's steps: numbers that belong together, lengths, and safety. */
export const stepProblems = ({ steps, groups = 1 }: ExerciseDocument): readonly Problem[] => {
  const problems: Problem[] = [];
  let bpm = FIRST_BPM;
  steps.forEach((step, i) => {
    const path = `/steps/${String(i)}`;
    const before = problems.length;
    const tell: Tell = (at, expected, found) => {
      problems.push({ path: at, expected, found: typeof found === "string" ? found : shown(found) });
    };
    const { beatsPerBar } = parseMetreOr(step.metre, `${path}/metre`, tell);
    if (beatsPerBar === undefined) return;
    step.roles.forEach((role, k) => {
      const at = `${path}/roles/${String(k)}`;
      checkRole(role, step, groups, at, tell);
      if (step.roles.findIndex(({ who }) => who === role.who) < k)
        tell(`${at}/who`, "each part of the group once", role.who);
    });
    checkTempo(step, i === 0, path, tell);
    checkIsRead(step, path, tell);
    checkSpeech(step, path, tell);
    if (step.score === "with-the-pulse" && !step.roles.some(({ plays }) => plays === "pattern" || plays === "breath"))
      tell(`${path}/score`, '"with-each-other" or "none" where nothing is pulsed', step.score);
    if (problems.length > before) return;
    const laid = layStep(step, bpm);
    checkLengths(laid, path, tell);
    checkPlans(laid, path, tell);
    bpm = laid.endBpm;
  });
  return problems;
};

const parseMetreOr = (metre = "4", path: string, tell: Tell): { readonly beatsPerBar: number | undefined } => {
  try {
    return parseMetre(metre);
  } catch (error) {
    if (!(error instanceof PacingError)) throw error;
    tell(path, `a metre of at most ${String(MOST_BEATS)} beats`, metre);
    return { beatsPerBar: undefined };
  }
};
