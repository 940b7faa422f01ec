import { type ExerciseDocument, timelineOf } from "@entrain/pacing";
import { CliError } from "../errors.ts";
import { pngOf } from "../export/png.ts";
import { writeWhole } from "../record/write-whole.ts";
import { exercisePicture } from "./picture.ts";

const bytesOf = async (svg: string, path: string): Promise<Uint8Array> => {
  if (path.endsWith(".svg")) return new TextEncoder().encode(svg);
  if (path.endsWith(".png")) return pngOf(svg);
  throw new CliError("usage", `expected a name that ends in .svg or .png for --out, found "${path}"`);
};

/** Draws exercises, one a file: of several the place in the list stands before the ending. @returns the files */
export const writePictures = async (
  documents: readonly ExerciseDocument[],
  path: string,
): Promise<readonly string[]> => {
  const pictures = await Promise.all(
    documents.map(async (document, i) => ({
      to: documents.length === 1 ? path : path.replace(/(\.[^.]*)?$/, `-${String(i + 1)}$1`),
      picture: await bytesOf(exercisePicture(document, timelineOf(document)), path),
    })),
  );
  for (const { to, picture } of pictures)
    await writeWhole(
      to,
      (sink) => {
        sink.append(picture);
        return Promise.resolve();
      },
      { over: true },
    );
  return pictures.map(({ to }) => to);
};
