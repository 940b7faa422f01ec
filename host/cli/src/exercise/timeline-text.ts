import { type ExerciseDocument, rolesWords, tempoWords, type Timeline } from "@entrain/pacing";
import { MICROS_PER_SECOND } from "@entrain/protocol";

const SECONDS_PER_MINUTE = 60;

/** `2:05` */
export const clockText = (micros: number): string => {
  const seconds = Math.round(micros / MICROS_PER_SECOND);
  return `${String(Math.floor(seconds / SECONDS_PER_MINUTE))}:${String(seconds % SECONDS_PER_MINUTE).padStart(2, "0")}`;
};

const SCORE_WORDS = {
  "with-the-pulse": "with the pulse",
  "with-each-other": "with each other",
  none: "nothing is scored",
} as const;

/** An exercise as a facilitator reads it: now, next, ends at, for each step. */
export const timelineText = (document: ExerciseDocument, { steps, endMicros }: Timeline): string => {
  const { title, purpose, suitability, variants = [], people, ending } = document;
  const lines = [title, purpose];
  if (people !== undefined) lines.push(`For ${String(people.least)} to ${String(people.most)} people.`);
  lines.push(
    "",
    ...suitability.map((note) => `- ${note}`),
    ...variants.map(({ title: t, how }) => `- ${t}: ${how}`),
    "",
  );
  steps.forEach((each, i) => {
    const { step, startMicros, isOpen, bpm } = each;
    const next = steps[i + 1]?.step.title ?? "the ending";
    const waits = "until" in step.lasts && step.lasts.until === "wearers" ? "every wearer goes on" : "you go on";
    const ends = isOpen ? `until ${waits}` : `ends at ${clockText(each.endMicros)}`;
    lines.push(
      `${clockText(startMicros).padStart(6)}  ${step.title}: ${ends}, then ${next}`,
      ...(step.say === undefined ? [] : [`        "${step.say}"`]),
      `        ${tempoWords(step.tempo, bpm)}; ${rolesWords(each)}; ${SCORE_WORDS[step.score]}`,
    );
    if (step.countInBars !== undefined)
      lines.push(
        `        counts in for ${String(step.countInBars)} ${step.countInBars === 1 ? "bar" : "bars"}, softly`,
      );
    if (step.cue !== false && each.cueMicros !== undefined && !isOpen)
      lines.push(`${clockText(each.cueMicros).padStart(6)}  ·· a soft double pulse`);
  });
  const fadeFrom = steps.at(-1)?.endMicros ?? 0;
  lines.push(`${clockText(fadeFrom).padStart(6)}  Ending: softer until ${clockText(endMicros)}`);
  if (ending.say !== undefined) lines.push(`        "${ending.say}"`);
  return `${lines.join("\n")}\n`;
};
