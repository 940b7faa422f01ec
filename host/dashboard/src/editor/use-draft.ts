import { type ExerciseDocument, exerciseProblems, type Problem, type Timeline, timelineOf } from "@entrain/pacing";
import { useCallback, useMemo, useState } from "preact/hooks";
import type { Edit } from "./edit.ts";
import { newDraft } from "./draft.ts";
import { withValue } from "./pointer.ts";

export interface DraftState extends Edit {
  /** What happens when; undefined while anything is wrong. */
  readonly timeline: Timeline | undefined;
  readonly open: (document: ExerciseDocument) => void;
}

const KEPT_AS = "entrain-exercise-draft";

/** What was being written when the page was left; storage may be forbidden. */
const kept = (): ExerciseDocument | undefined => {
  try {
    const text = localStorage.getItem(KEPT_AS);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return exerciseProblems(value).length === 0 ? (value as ExerciseDocument) : undefined;
  } catch {
    return undefined;
  }
};

const keep = (draft: ExerciseDocument): void => {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(draft));
  } catch {
    return;
  }
};

interface Checked {
  readonly problems: readonly Problem[];
  readonly timeline: Timeline | undefined;
}

const checked = (draft: ExerciseDocument): Checked => {
  const problems = exerciseProblems(draft);
  return { problems, timeline: problems.length === 0 ? timelineOf(draft) : undefined };
};

/** The document that is being written, checked at every change as a file is when it is read. */
export const useDraft = (): DraftState => {
  const [draft, setDraft] = useState<ExerciseDocument>(() => kept() ?? newDraft());
  const { problems, timeline } = useMemo(() => checked(draft), [draft]);
  const open = useCallback((document: ExerciseDocument) => {
    setDraft(document);
    keep(document);
  }, []);
  const put = useCallback((pointer: string, value: unknown) => {
    setDraft((before) => {
      const after = withValue(before, pointer, value);
      keep(after);
      return after;
    });
  }, []);
  return { draft, problems, timeline, put, open };
};
