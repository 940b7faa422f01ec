import { MAX_BPM, MIN_BPM } from "@entrain/pacing";
import { CliError } from "./errors.ts";

const number = (name: string, text: string, least: number, most: number, isWhole: boolean): number => {
  const value = Number(text);
  if (text.trim() !== "" && value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
  const kind = isWhole ? "a whole number" : "a number";
  throw new CliError("usage", `expected ${kind} from ${String(least)} to ${String(most)} for ${name}, found "${text}"`);
};

/** Reads an option that is a whole number. */
export const wholeNumber =
  (name: string, least: number, most: number) =>
  (text: string): number =>
    number(name, text, least, most, true);

export const tempo = (text: string): number => number("--bpm", text, MIN_BPM, MAX_BPM, false);

const HIGHEST_PORT = 65_535;

export const networkPort = (name: string): ((text: string) => number) => wholeNumber(name, 0, HIGHEST_PORT);
