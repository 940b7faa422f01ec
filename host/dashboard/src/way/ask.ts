import type { SessionCommand } from "@entrain/session";
import { useCallback } from "preact/hooks";
import type { HostLink } from "../api.ts";
import { t } from "../words/t.ts";
import { messageOf } from "../words/text.ts";

/** Gives commands one after the other; the first that is refused is told, and ends them. @returns whether all were taken */
export type Ask = (...commands: readonly SessionCommand[]) => Promise<boolean>;

export const useAsk = (link: HostLink, onRefused: (message: string) => void): Ask =>
  useCallback<Ask>(
    async (...commands) => {
      onRefused("");
      try {
        for (const command of commands) await link.send(command);
        return true;
      } catch (error) {
        onRefused(messageOf(error, t("way.refused")));
        return false;
      }
    },
    [link, onRefused],
  );
