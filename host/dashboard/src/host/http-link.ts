import type { DyadsView, ExerciseCard, GroupDocument, SessionCommand } from "@entrain/session";
import type { HostLink } from "../api.ts";
import { t } from "../words/t.ts";
import { watchEvents } from "./event-stream.ts";

/** Beyond this a command counts as not delivered; the host answers in milliseconds. */
const ANSWER_WITHIN_MS = 2000;

/** What closes a session waits until its bands rest and its file is whole. */
const OPEN_WITHIN_MS = 10_000;
const SLOW: ReadonlySet<SessionCommand["kind"]> = new Set(["open", "close", "assign", "look"]);

const isAnswer = (body: unknown): body is { readonly tMicros: number } =>
  typeof body === "object" && body !== null && "tMicros" in body && typeof body.tMicros === "number";

const refusalIn = (body: unknown): string => {
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : undefined;
  return typeof message === "string" ? message : t("frame.refused");
};

const post = async ({ kind, ...body }: SessionCommand): Promise<{ readonly tMicros: number }> => {
  const response = await fetch(`api/${kind}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-entrain": "1" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(SLOW.has(kind) ? OPEN_WITHIN_MS : ANSWER_WITHIN_MS),
  }).catch(() => {
    throw new Error(t("frame.unreachable"));
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && isAnswer(answer)) return answer;
  throw new Error(refusalIn(answer));
};

/** What the host answers to a question; undefined where it does not. */
const read = async <T>(what: string): Promise<T | undefined> => {
  try {
    const response = await fetch(`api/${what}`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
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
  send: post,
});
