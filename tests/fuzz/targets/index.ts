import type { Coverage } from "../coverage.ts";
import type { Target } from "../target.ts";
import { exerciseDocuments, experimentDocuments, peopleDocuments } from "./documents.ts";
import { forgedFrames } from "./frames.ts";
import { damagedLines } from "./lines.ts";
import { noise } from "./noise.ts";
import { sealedFiles } from "./sealed-files.ts";
import { sessionFiles } from "./session-files.ts";
import { tables } from "./tables.ts";

/** Everything of the project that reads bytes which somebody else wrote. */
export const allTargets = (coverage?: Coverage): readonly Target[] => [
  noise,
  damagedLines,
  forgedFrames,
  sessionFiles,
  sealedFiles,
  exerciseDocuments(coverage),
  experimentDocuments(coverage),
  peopleDocuments(coverage),
  tables,
];
