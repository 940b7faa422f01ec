import { rm, stat } from "node:fs/promises";
import type { OpenMemory, OpenState } from "@entrain/session";
import { readJson, writeJson } from "./private-json.ts";

const MILLIS_PER_SECOND = 1_000;

const isListOf = (value: unknown, isOne: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);

/** Only what this program writes; anything else counts as nothing. */
const isState = (value: unknown): value is OpenState => {
  if (typeof value !== "object" || value === null) return false;
  const { format, circle, bands, admitted, playing, bpm } = value as Partial<Record<keyof OpenState, unknown>>;
  return (
    format === "entrain-open-session" &&
    (circle === "group" || circle === "class" || circle === "try") &&
    isListOf(bands, (each) => each === null || typeof each === "string") &&
    isListOf(admitted, Number.isInteger) &&
    typeof playing === "boolean" &&
    typeof bpm === "number"
  );
};

/** What is remembered of an open session, as a file. */
export const memoryFile = (path: string): OpenMemory => ({
  load: async () => {
    const state = await readJson(path).catch(() => undefined);
    const written = await stat(path).catch(() => undefined);
    if (!isState(state) || written === undefined) return undefined;
    return { state, ageS: Math.max(0, (Date.now() - written.mtimeMs) / MILLIS_PER_SECOND) };
  },
  save: (state) => writeJson(path, state),
  clear: () => rm(path, { force: true }),
});
