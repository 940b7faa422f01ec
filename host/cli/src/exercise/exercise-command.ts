import { timelineOf } from "@entrain/pacing";
import { Command } from "commander";
import { type CommandOutput, PROCESS_OUTPUT } from "../command-output.ts";
import { CliError } from "../errors.ts";
import { pngOf } from "../export/png.ts";
import { writeWhole } from "../record/write-whole.ts";
import { readExerciseFile } from "./exercise-file.ts";
import { findExercise, readLibrary } from "./library.ts";
import { exercisePicture } from "./picture.ts";
import { tableOf } from "../library/table.ts";
import { clockText, timelineText } from "./timeline-text.ts";

const check = async (path: string, { out }: CommandOutput): Promise<void> => {
  const document = await readExerciseFile(path);
  const { steps, endMicros } = timelineOf(document);
  const open = steps.filter(({ isOpen }) => isOpen).length;
  const length = `${clockText(endMicros)} min${open > 0 ? `, ${String(open)} of its steps until somebody goes on` : ""}`;
  out(
    `${path}: "${document.title}", ${String(steps.length)} steps, ${length}; every plan lies within the safety limits\n`,
  );
};

const pictureOf = async (svg: string, path: string): Promise<Uint8Array> => {
  if (path.endsWith(".svg")) return new TextEncoder().encode(svg);
  if (path.endsWith(".png")) return pngOf(svg);
  throw new CliError("usage", `expected a name that ends in .svg or .png for --out, found "${path}"`);
};

const preview = async (nameOrFile: string, path: string | undefined, { out, note }: CommandOutput): Promise<void> => {
  const document = await findExercise(await readLibrary(), nameOrFile);
  const timeline = timelineOf(document);
  const picture = path === undefined ? undefined : await pictureOf(exercisePicture(document, timeline), path);
  if (path !== undefined && picture !== undefined) {
    await writeWhole(
      path,
      (sink) => {
        sink.append(picture);
        return Promise.resolve();
      },
      { over: true },
    );
    note(`picture in ${path}\n`);
  }
  out(timelineText(document, timeline));
};

const list = async (asJson: boolean, { out }: CommandOutput): Promise<void> => {
  const rows = (await readLibrary()).map((document) => {
    const { steps, endMicros } = timelineOf(document);
    const minutes = steps.some(({ isOpen }) => isOpen) ? `${clockText(endMicros)} and more` : clockText(endMicros);
    const { name, title, purpose } = document;
    return { name, minutes, title, purpose };
  });
  if (asJson) out(`${JSON.stringify(rows, null, 2)}\n`);
  else out(tableOf([["name", "min", "what for"], ...rows.map((row) => [row.name, row.minutes, row.purpose])]));
};

/** `entrain exercise`: documents of exercises, checked, drawn and listed. */
export const createExerciseCommand = (output: CommandOutput = PROCESS_OUTPUT): Command => {
  const exercise = new Command("exercise").description("documents of exercises: check, preview, list");
  exercise
    .command("check")
    .description("says whether a file is an exercise that every band may play; one line a problem, and exit code 1")
    .argument("<file>", "a document, JSON")
    .action((file: string) => check(file, output));
  exercise
    .command("preview")
    .description("prints what happens when, and draws it")
    .argument("<name-or-file>", "a shipped exercise by name, or a document")
    .option("--out <picture>", "a picture, .svg or .png")
    .action((nameOrFile: string, { out }: { readonly out?: string }) => preview(nameOrFile, out, output));
  exercise
    .command("list")
    .description("the shipped exercises, then your own")
    .option("--json", "as JSON", false)
    .action(({ json }: { readonly json: boolean }) => list(json, output));
  return exercise;
};
