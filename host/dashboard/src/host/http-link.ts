import type { DyadsView, ExerciseCard, GroupDocument, SessionCommand } from "@entrain/session";
import type { HostLink } from "../api.ts";
import { t } from "../words/t.ts";
import { watchEvents } from "./event-stream.ts";
import { ANSWER_WITHIN_MS, post } from "./http-ask.ts";
import { httpShelf } from "./http-shelf.ts";

/** What closes a session waits until its bands rest and its file is whole. */
const OPEN_WITHIN_MS = 10_000;
const SLOW: ReadonlySet<SessionCommand["kind"]> = new Set(["open", "close", "assign", "look"]);

const isAnswer = (body: unknown): body is { readonly tMicros: number } =>
  typeof body === "object" && body !== null && "tMicros" in body && typeof body.tMicros === "number";

const command = async ({ kind, ...body }: SessionCommand): Promise<{ readonly tMicros: number }> => {
  const answer = await post(kind, body, SLOW.has(kind) ? OPEN_WITHIN_MS : ANSWER_WITHIN_MS);
  if (isAnswer(answer)) return answer;
  throw new Error(t("frame.refused"));
};

/** A question may wait longer than a command: nobody holds their breath for it. */
const TOLD_WITHIN_MS = 15_000;

/** What the host answers to a question; undefined where it does not. */
const read = async <T>(what: string): Promise<T | undefined> => {
  try {
    const response = await fetch(`api/${what}`, { signal: AbortSignal.timeout(TOLD_WITHIN_MS) });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
};

/** The host program that served this page. */
export const httpLink = (): HostLink => ({
  watch: (watcher) => watchEvents("api/events", watcher),
  exercises: async () => (await read<readonly ExerciseCard[]>("exercises")) ?? [],
  groups: async () => (await read<readonly GroupDocument[]>("groups")) ?? [],
  dyads: () => read<DyadsView>("dyads"),
  shelf: httpShelf,
  send: command,
});
