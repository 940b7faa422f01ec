import type { GroupReading } from "../api.ts";
import { capitalised, ofHundred } from "./text.ts";

export interface GroupWords {
  readonly headline: string;
  readonly detail: string;
}

/** What a score was measured against. A group that follows a pulse is together by way of it, and the page says so. */
const sharedWith = (playing: boolean): string => (playing ? "with the pulse" : "with each other");

const scoreWords = ({ score }: GroupReading, playing: boolean): string =>
  score === undefined ? sharedWith(playing) : `${sharedWith(playing)}: ${ofHundred(score.value)} of 100`;

const tooEarlyWords = (group: GroupReading): GroupWords => {
  const seconds = group.secondsUntilVerdict;
  if (seconds === undefined) return { headline: "Undecided", detail: group.reason ?? "chance could still give this" };
  return { headline: "Too early", detail: `about ${String(Math.round(seconds))} s more` };
};

/** The group's verdict in plain words. */
export const groupWords = (group: GroupReading, playing: boolean): GroupWords => {
  switch (group.verdict) {
    case "in-sync":
      return { headline: "Moving together", detail: scoreWords(group, playing) };
    case "not-in-sync":
      return { headline: "Each in their own rhythm", detail: scoreWords(group, playing) };
    case "undecided":
      return tooEarlyWords(group);
    case "withheld":
      return group.reasonCode === "too-few-moving"
        ? { headline: capitalised(group.reason ?? "resting"), detail: "withheld: fewer than two people are moving" }
        : { headline: "No score now", detail: `withheld: ${group.reason ?? "nothing to judge"}` };
  }
};

/** Over what, and how surely: for those who want to know. */
export const evidenceWords = ({ score }: GroupReading): string | undefined => {
  if (score === undefined) return undefined;
  const p = score.p < 0.001 ? "p\u00a0<\u00a00.001" : `p\u00a0=\u00a0${score.p.toFixed(score.p < 0.1 ? 3 : 2)}`;
  return `over the last ${String(Math.round(score.windowS))} s, ${p}`;
};
