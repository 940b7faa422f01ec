import { useMemo, useState } from "preact/hooks";
import type { HostLink } from "../api.ts";
import { t } from "../words/t.ts";
import { messageOf } from "../words/text.ts";
import { latestOnly } from "./latest-only.ts";

interface Wanted {
  readonly bpm: number;
  /** From this session time on, the view's own tempo is shown. */
  readonly untilMicros: number;
}

/** The tempo to show, at once after a press, and the way to ask for another. */
export const useTempo = (
  link: HostLink,
  viewBpm: number,
  tMicros: number,
  onRefused: (message: string) => void,
): { readonly bpm: number; readonly setBpm: (bpm: number) => void } => {
  const [wanted, setWanted] = useState<Wanted>();
  const send = useMemo(
    () =>
      latestOnly(async (bpm: number) => {
        try {
          const answer = await link.send({ kind: "tempo", bpm });
          setWanted((now) => (now?.bpm === bpm ? { bpm, untilMicros: answer.tMicros } : now));
        } catch (error) {
          setWanted(undefined);
          onRefused(messageOf(error, t("tempo.refused")));
        }
      }),
    [link, onRefused],
  );
  const pending = wanted !== undefined && tMicros <= wanted.untilMicros;
  return {
    bpm: pending ? wanted.bpm : viewBpm,
    setBpm: (bpm) => {
      setWanted({ bpm, untilMicros: Infinity });
      send(bpm);
    },
  };
};
