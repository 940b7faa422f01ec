import { readdirSync, readFileSync } from "node:fs";
import {
  type ExerciseDocument,
  type Problem,
  exerciseProblems,
  experimentProblems,
  peopleProblems,
  timelineOf,
} from "@entrain/pacing";
import type { Coverage } from "../coverage.ts";
import { type Dice, diceOf } from "../dice.ts";
import type { Faced, Target } from "../target.ts";

const DOCUMENTS = 40;
const MOST_KEPT = 400;
const PACING = new URL("../../../sdk/pacing/", import.meta.url);

const read = (folder: string): readonly unknown[] =>
  readdirSync(new URL(folder, PACING))
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(new URL(`${folder}/${file}`, PACING), "utf8")) as unknown);

const STRANGE: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1, 0.5, 1e-9, 3, 16, 17, 60, 240, 241, 1e9, 1e308, -1e308, 2 ** 53],
  ...[
    "",
    " ",
    "everyone",
    "next",
    "4",
    "2+2+3",
    "1:2:1:2",
    "fixed",
    "lead",
    "breath",
    "\u0000",
    "__proto__",
    "a".repeat(5_000),
  ],
  ...[[], {}, [[[[[]]]]], { __proto__: null }],
];

type Place = readonly [holder: Record<string, unknown>, key: string];
const placesIn = (value: unknown): readonly Place[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, each]) => [[value as Record<string, unknown>, key], ...placesIn(each)]);

/** A copy in which a few places hold something else, something of another place, or nothing. */
const changed = (value: unknown, { below, uniform, pick }: Dice): unknown => {
  const copy = structuredClone(value);
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const places = placesIn(copy);
    if (places.length === 0) break;
    const [holder, key] = pick(places);
    const [other, otherKey] = pick(places);
    const kind = uniform();
    if (kind < 0.15 && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
    else if (kind < 0.4) holder[key] = structuredClone(other[otherKey]);
    else if (kind < 0.5 && typeof holder[key] === "number") holder[key] *= pick([-1, 0.5, 2, 1.001, 1e3]);
    else if (kind < 0.6 && Array.isArray(holder[key]))
      holder[key] = Array.from({ length: below(60) }, () => holder[key]);
    else holder[key] = structuredClone(pick(STRANGE));
  }
  return copy;
};

interface Kind {
  readonly seeds: readonly unknown[];
  readonly problemsOf: (value: unknown) => readonly Problem[];
  /** What must work with a document that is believed. */
  readonly use?: (value: unknown) => void;
}

/**
 * Grows a corpus: whatever reaches code that nothing reached before is kept, and changed further. Without coverage (in a
 * short run) the shipped documents are all there is.
 */
const documents = ({ seeds, problemsOf, use }: Kind, coverage: Coverage | undefined): Target["round"] => {
  const corpus = [...seeds];
  return async (seed): Promise<Faced> => {
    const dice = diceOf(seed);
    const faults: string[] = [];
    let bytes = 0;
    for (let k = 0; k < DOCUMENTS; k++) {
      const value = changed(dice.pick(corpus), dice);
      // As it would come from a file.
      const text = JSON.stringify(value);
      bytes += text.length;
      try {
        const document = JSON.parse(text) as unknown;
        const problems = problemsOf(document);
        if (problems.some(({ expected, found }) => expected === "" || /[\n\r]/.test(`${expected}${found}`)))
          faults.push(`seed ${String(seed)}: a problem that does not say what, in one line`);
        if (problems.length === 0) use?.(document);
      } catch (error) {
        faults.push(`seed ${String(seed)}: threw ${String(error)} for ${text.slice(0, 200)}`);
      }
      if (coverage !== undefined && k % 8 === 7 && corpus.length < MOST_KEPT && (await coverage.grew()))
        corpus.push(value);
    }
    return { bytes, faults };
  };
};

export const exerciseDocuments = (coverage?: Coverage): Target => ({
  name: "exercise documents, changed",
  holds: "each problem in one line, or every plan safe and a timeline",
  share: 0.02,
  round: documents(
    {
      seeds: read("exercises"),
      problemsOf: exerciseProblems,
      use: (value) => {
        timelineOf(value as ExerciseDocument);
      },
    },
    coverage,
  ),
});

export const experimentDocuments = (coverage?: Coverage): Target => ({
  name: "experiment documents, changed",
  holds: "each problem in one line, or believed",
  share: 0.01,
  round: documents(
    { seeds: read("experiments"), problemsOf: (value) => experimentProblems(value, () => undefined) },
    coverage,
  ),
});

export const peopleDocuments = (coverage?: Coverage): Target => ({
  name: "documents of people's settings, changed",
  holds: "each problem in one line, or believed",
  share: 0.002,
  round: documents(
    {
      seeds: [
        {
          format: "entrain-people",
          people: {
            Ada: { mostStrength: 0.5, pulses: "light", ratio: "1:2" },
            P2: { simplify: "beats", scoring: false },
          },
        },
      ],
      problemsOf: peopleProblems,
    },
    coverage,
  ),
});
