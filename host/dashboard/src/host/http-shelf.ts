import type { ShelvedExercise } from "@entrain/session";
import type { Shelf } from "../api.ts";
import { t } from "../words/t.ts";
import { ask, post } from "./http-ask.ts";

/** The exercises that the host program keeps. */
export const httpShelf: Shelf = {
  list: async () => (await ask("exercise-documents", {})) as readonly ShelvedExercise[],
  save: async (document) => {
    await post("save-exercise", { document });
  },
  mark: async (text) => {
    const answer = await post("mark-text", { text });
    if (typeof answer === "object" && answer !== null && "marked" in answer && typeof answer.marked === "string")
      return answer.marked;
    throw new Error(t("frame.refused"));
  },
};
