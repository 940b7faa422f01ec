import { useCallback, useRef, useState } from "preact/hooks";
import type { HostLink } from "../api.ts";
import { GIVE_UP_AFTER_MS, TRY_AGAIN_MS } from "./stop-ask.ts";
import type { StopAsk } from "./stop-ask.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface Stop {
  readonly ask: StopAsk;
  readonly stopAll: () => void;
  /** A start that came after the stop ends what is said of it, and what may still be tried. */
  readonly forget: () => void;
}

/** Asks for a stop until the host has it. Each press asks at once, whatever became of those before. */
export const useStop = (link: HostLink): Stop => {
  const [ask, setAsk] = useState<StopAsk>({ kind: "idle" });
  const presses = useRef(0);
  const stopAll = useCallback(() => {
    const press = ++presses.current;
    const isNewest = (): boolean => press === presses.current;
    const untilMs = performance.now() + GIVE_UP_AFTER_MS;
    const deliver = async (): Promise<void> => {
      while (isNewest()) {
        try {
          const { tMicros } = await link.send({ kind: "stop-all" });
          if (isNewest()) setAsk({ kind: "delivered", tMicros });
          return;
        } catch {
          if (!isNewest()) return;
          setAsk({ kind: "undelivered" });
          if (performance.now() > untilMs) return;
          await pause(TRY_AGAIN_MS);
        }
      }
    };
    setAsk({ kind: "sending" });
    void deliver();
  }, [link]);
  const forget = useCallback(() => {
    presses.current++;
    setAsk({ kind: "idle" });
  }, []);
  return { ask, stopAll, forget };
};
