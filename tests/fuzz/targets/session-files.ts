import { damageRun } from "../../../sdk/recording/test/damage.ts";
import { entriesFor, fileOf } from "../../../sdk/recording/test/sessions.ts";
import type { Target } from "../target.ts";

const FILES = 20;
const file = fileOf(entriesFor(4));

export const sessionFiles: Target = {
  name: "session files, damaged",
  holds: "what is read was written; what is missing is said; recovered files are whole",
  share: 0.05,
  round: async (seed) => {
    const { files, faults } = await damageRun(file, FILES, seed * FILES);
    return { bytes: files * file.length, faults };
  },
};
