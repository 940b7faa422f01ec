import type { ExerciseCard } from "@entrain/session";
import { useEffect, useState } from "preact/hooks";
import type { Connection, HostLink } from "../api.ts";

/** The exercises that can be asked for; asked again after each reconnection, since they may be others by then. */
export const useExercises = (link: HostLink, connection: Connection): readonly ExerciseCard[] => {
  const [cards, setCards] = useState<readonly ExerciseCard[]>([]);
  useEffect(() => {
    if (connection !== "live") return undefined;
    let isCurrent = true;
    link.exercises().then(
      (found) => {
        if (isCurrent) setCards(found);
      },
      // Without them the page names what it can.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [link, connection]);
  return cards;
};
