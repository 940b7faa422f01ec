import { t } from "../words/t.ts";

/** Beyond this a command counts as not delivered; the host answers in milliseconds. */
export const ANSWER_WITHIN_MS = 2000;

const refusalIn = (body: unknown): string => {
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : undefined;
  return typeof message === "string" ? message : t("frame.refused");
};

/** @throws Error that a person can read */
export const ask = async (path: string, init: RequestInit, withinMs = ANSWER_WITHIN_MS): Promise<unknown> => {
  const response = await fetch(`api/${path}`, { ...init, signal: AbortSignal.timeout(withinMs) }).catch(() => {
    throw new Error(t("frame.unreachable"));
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  throw new Error(refusalIn(answer));
};

/** @throws Error that a person can read */
export const post = (path: string, body: object, withinMs?: number): Promise<unknown> =>
  ask(
    path,
    {
      method: "POST",
      headers: { "content-type": "application/json", "x-entrain": "1" },
      body: JSON.stringify(body),
    },
    withinMs,
  );
