import type { Export, ExportFile } from "@entrain/recording";
import { sessionFigures, standaloneFigure } from "@entrain/report";
import { scoreSession } from "@entrain/session";
import type { OpenedFile } from "../record/open-file.ts";
import { FIGURE_FONT, pngOf } from "./png.ts";

/** Each figure of the report as a picture of its own. Pseudonyms stand in them, never names. */
export const figureFiles = async ({ source, session }: OpenedFile, format: "svg" | "png"): Promise<Export> => {
  const windows = await scoreSession({ source, session });
  const figures = await sessionFigures({ session, windows, scores: true });
  const files = figures.map((figure): ExportFile => {
    const svg = standaloneFigure(figure, FIGURE_FONT);
    return {
      path: `${figure.name}.${format}`,
      bytes: async function* () {
        yield format === "svg" ? new TextEncoder().encode(svg) : await pngOf(svg);
      },
    };
  });
  return { files, leftOut: [] };
};
