import type { ExerciseDocument, Problem } from "@entrain/pacing";
import { useId } from "preact/hooks";
import { problemsAt } from "./problems.ts";
import { valueAt } from "./pointer.ts";

/** What every part of the form is given: the document, what is wrong with it, and the way to change it. */
export interface Edit {
  readonly draft: ExerciseDocument;
  readonly problems: readonly Problem[];
  /** Puts a value at a JSON pointer; `undefined` takes it away. */
  readonly put: (pointer: string, value: unknown) => void;
}

export interface FieldState {
  readonly id: string;
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** One field of the form. @param also - another place whose problems belong here */
export const useField = ({ draft, problems }: Edit, at: string, also?: string): FieldState => ({
  id: useId(),
  value: valueAt(draft, at),
  problems: [...problemsAt(problems, at), ...(also === undefined ? [] : problemsAt(problems, also))],
});
