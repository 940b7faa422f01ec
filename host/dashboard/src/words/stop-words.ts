import type { SessionView } from "@entrain/session";
import type { StopAsk } from "../host/stop-ask.ts";
import { t } from "./t.ts";

export type StopTone = "none" | "waiting" | "confirmed" | "undelivered";

export interface StopWords {
  readonly tone: StopTone;
  readonly text: string;
}

const NONE: StopWords = { tone: "none", text: "" };

const waitingFor = (names: readonly string[]): StopWords => ({
  tone: "waiting",
  text: names.length === 0 ? t("stop.waiting") : t("stop.waitingFor", { names: names.join(", ") }),
});

/** Whether this view was made before the host had the stop; then it may still tell of an earlier one. */
const isOlder = (ask: StopAsk, view: SessionView): boolean =>
  ask.kind === "sending" || (ask.kind === "delivered" && view.tMicros <= ask.tMicros);

/** Where the last stop stands. Nothing is called stopped before every band has said so. */
export const stopWords = (ask: StopAsk, view: SessionView | undefined): StopWords => {
  if (ask.kind === "undelivered") {
    return {
      tone: "undelivered",
      text: t("stop.undelivered"),
    };
  }
  if (view === undefined) return ask.kind === "idle" ? NONE : waitingFor([]);
  const { state, unconfirmed } = view.stop;
  if (state === "waiting") return waitingFor(unconfirmed);
  if (isOlder(ask, view)) return waitingFor([]);
  if (state === "confirmed" && !view.playing) return { tone: "confirmed", text: t("stop.confirmed") };
  return NONE;
};
