import {
  EXERCISE_SCHEMA,
  type ExerciseDocument,
  looksLikeSetlist,
  SETLIST_SCHEMA,
  timelineOf,
  variantOf,
} from "@entrain/pacing";
import { Command } from "commander";
import { type CommandOutput, PROCESS_OUTPUT } from "../command-output.ts";
import { tableOf } from "../library/table.ts";
import { findSetlist, readSetlists, type Setlist, setlistOf } from "../setlist/setlist-file.ts";
import { exerciseOf, parsed, textOf } from "./exercise-file.ts";
import { findExercise, readLibrary } from "./library.ts";
import { clockText, timelineText } from "./timeline-text.ts";
import { writePictures } from "./write-picture.ts";

const minutesOf = (documents: readonly ExerciseDocument[]): { readonly minutes: string; readonly open: number } => {
  const timelines = documents.map(timelineOf);
  return {
    minutes: clockText(timelines.reduce((sum, { endMicros }) => sum + endMicros, 0)),
    open: timelines.reduce((sum, { steps }) => sum + steps.filter(({ isOpen }) => isOpen).length, 0),
  };
};

const PROVED = "every plan lies within the safety limits";

const checkText = (value: unknown, path: string): string => {
  const document = exerciseOf(value, path);
  const { minutes, open } = minutesOf([document]);
  const length = `${minutes} min${open > 0 ? `, ${String(open)} of its steps until somebody goes on` : ""}`;
  const variants = (document.variants ?? []).map(({ name }) => name).join(", ");
  const ways = variants === "" ? "" : `, also ${variants}`;
  return `${path}: "${document.title}", ${String(document.steps.length)} steps, ${length}${ways}; ${PROVED}\n`;
};

const checkSetlist = async (value: unknown, path: string): Promise<string> => {
  const { document, exercises } = await setlistOf(value, path, await readLibrary());
  const { minutes, open } = minutesOf(exercises);
  const length = `about ${minutes} min${open > 0 ? `, ${String(open)} steps until somebody goes on` : ""}`;
  return `${path}: "${document.title}", ${String(exercises.length)} exercises, ${length}; ${PROVED}\n`;
};

const check = async (path: string, { out }: CommandOutput): Promise<void> => {
  const value = parsed(await textOf(path), path);
  out(looksLikeSetlist(value) ? await checkSetlist(value, path) : checkText(value, path));
};

interface PreviewOptions {
  readonly out?: string;
  readonly variant?: string;
}

/** By name or file; a file may be a setlist, and a name that of a shipped one. */
const asked = async (nameOrFile: string, variant: string | undefined): Promise<ExerciseDocument | Setlist> => {
  const library = await readLibrary();
  const shipped = (await readSetlists(library)).some(({ document }) => document.name === nameOrFile);
  const isFile = !shipped && !library.some(({ name }) => name === nameOrFile) && /\.json$|[\\/]/.test(nameOrFile);
  if (shipped || (isFile && looksLikeSetlist(parsed(await textOf(nameOrFile), nameOrFile))))
    return findSetlist(library, nameOrFile, variant);
  return variantOf(await findExercise(library, nameOrFile), variant);
};

const preview = async (nameOrFile: string, opts: PreviewOptions, { out, note }: CommandOutput): Promise<void> => {
  const found = await asked(nameOrFile, opts.variant);
  const documents = "exercises" in found ? found.exercises : [found];
  if (opts.out !== undefined) for (const path of await writePictures(documents, opts.out)) note(`picture in ${path}\n`);
  if ("exercises" in found) out(`${found.document.title}\n${found.document.purpose}\n\n`);
  out(documents.map((document) => timelineText(document, timelineOf(document))).join("\n"));
};

const list = async (asJson: boolean, { out }: CommandOutput): Promise<void> => {
  const library = await readLibrary();
  const rowOf = (document: { name: string; title: string; purpose: string }, steps: readonly ExerciseDocument[]) => {
    const { minutes, open } = minutesOf(steps);
    const { name, title, purpose } = document;
    return { name, minutes: open > 0 ? `${minutes} and more` : minutes, title, purpose };
  };
  const exercises = library.map((document) => ({
    ...rowOf(document, [document]),
    variants: (document.variants ?? []).map(({ name }) => name),
  }));
  const setlists = (await readSetlists(library)).map(({ document, exercises: each }) => ({
    ...rowOf(document, each),
    exercises: each.map(({ name }) => name),
  }));
  if (asJson) out(`${JSON.stringify([...exercises, ...setlists], null, 2)}\n`);
  else {
    out(tableOf([["name", "min", "what for"], ...exercises.map((row) => [row.name, row.minutes, row.purpose])]));
    out(
      `\n${tableOf([["setlist", "min", "what for"], ...setlists.map((row) => [row.name, row.minutes, row.purpose])])}`,
    );
  }
};

/** `entrain exercise`: documents of exercises and of lists of them, checked, drawn and listed. */
export const createExerciseCommand = (output: CommandOutput = PROCESS_OUTPUT): Command => {
  const exercise = new Command("exercise").description("documents of exercises and setlists: check, preview, list");
  exercise
    .command("check")
    .description("says whether a file is an exercise or a setlist that every band may play; one line a problem")
    .argument("<file>", "a document, JSON")
    .action((file: string) => check(file, output));
  exercise
    .command("preview")
    .description("prints what happens when, and draws it")
    .argument("<name-or-file>", "a shipped exercise or setlist by name, or a document")
    .option("--out <picture>", "a picture, .svg or .png; of a setlist one for each exercise")
    .option("--variant <name>", "how it is done: seated, one-arm …")
    .action((nameOrFile: string, options: PreviewOptions) => preview(nameOrFile, options, output));
  exercise
    .command("list")
    .description("the shipped exercises and setlists, then your own")
    .option("--json", "as JSON", false)
    .action(({ json }: { readonly json: boolean }) => list(json, output));
  exercise
    .command("schema")
    .description("prints the JSON Schema, by which an editor completes and checks what you write")
    .option("--setlist", "that of setlists", false)
    .action(({ setlist }: { readonly setlist: boolean }) => {
      output.out(`${JSON.stringify(setlist ? SETLIST_SCHEMA : EXERCISE_SCHEMA, null, 2)}\n`);
    });
  return exercise;
};
