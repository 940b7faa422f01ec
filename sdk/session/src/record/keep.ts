import type { SessionMicros } from "@entrain/protocol";
import type { Entry } from "@entrain/recording";
import type { KeepCommand } from "../contract.ts";

const LONGEST_TEXT = 2_000;

const checkText = (name: string, text: string): void => {
  if (text.trim() !== "" && text.length <= LONGEST_TEXT) return;
  const found = text.trim() === "" ? "none" : `${String(text.length)} characters`;
  throw new Error(`expected ${name} of 1 to ${String(LONGEST_TEXT)} characters, found ${found}`);
};

/** What a person said, as it is kept. @throws Error that a person can read */
export const entryOfCommand = (command: KeepCommand, tMicros: SessionMicros, members: number): Entry => {
  if ("member" in command && !(Number.isInteger(command.member) && command.member >= 0 && command.member < members))
    throw new Error(`expected a member from 0 to ${String(members - 1)}, found ${String(command.member)}`);
  if ("text" in command) checkText("a text", command.text);
  if (command.kind === "activity") checkText("an exercise", command.exercise);
  if (command.kind === "marker" && command.label !== undefined) checkText("a label", command.label);
  return command.kind === "note" ? { ...command, tMicros, about: "note" } : { ...command, tMicros };
};
