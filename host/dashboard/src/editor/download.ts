import type { ExerciseDocument } from "@entrain/pacing";

/** Hands the document to the browser as a file of its name. */
export const download = (draft: ExerciseDocument): void => {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(draft, null, 2)}\n`], { type: "application/json" }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = `${draft.name}.json`;
  anchor.click();
  URL.revokeObjectURL(url);
};
