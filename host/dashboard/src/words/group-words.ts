import type { GroupReading } from "../api.ts";
import { figure, t } from "./t.ts";
import { capitalised, ofHundred, perMinute } from "./text.ts";

export interface GroupWords {
  readonly headline: string;
  readonly detail: string;
}

/** What a score was measured against. A group that follows a pulse is together by way of it, and the page says so. */
const scoreWords = ({ score }: GroupReading, playing: boolean): string => {
  if (score === undefined) return t(playing ? "group.withPulse" : "group.withEachOther");
  return t(playing ? "group.withPulseScore" : "group.withEachOtherScore", { score: ofHundred(score.value) });
};

const reasonOf = ({ reasonCode }: GroupReading): string | undefined =>
  reasonCode === undefined ? undefined : t(`reason.${reasonCode}`);

const tooEarlyWords = (group: GroupReading): GroupWords => {
  const seconds = group.secondsUntilVerdict;
  if (seconds === undefined) return { headline: t("group.undecided"), detail: reasonOf(group) ?? t("group.byChance") };
  return { headline: t("group.tooEarly"), detail: t("group.secondsMore", { seconds: figure(seconds) }) };
};

/** The group's verdict in plain words. */
export const groupWords = (group: GroupReading, playing: boolean): GroupWords => {
  switch (group.verdict) {
    case "in-sync":
      return { headline: t("group.together"), detail: scoreWords(group, playing) };
    case "not-in-sync":
      return { headline: t("group.ownRhythms"), detail: scoreWords(group, playing) };
    case "undecided":
      return tooEarlyWords(group);
    case "withheld":
      return group.reasonCode === "too-few-moving"
        ? { headline: capitalised(t("reason.too-few-moving")), detail: t("group.tooFew") }
        : {
            headline: t("group.noScore"),
            detail: t("group.withheld", { reason: reasonOf(group) ?? t("group.nothing") }),
          };
  }
};

/** The same without any judgement: who moves, and at what tempo. */
export const quietWords = ({ verdict, tempoHz }: GroupReading): GroupWords => {
  if (verdict === "withheld") return { headline: capitalised(t("reason.resting")), detail: "" };
  return {
    headline: t("group.inMotion"),
    detail: tempoHz === undefined ? "" : t("group.movingAt", { tempo: perMinute(tempoHz) }),
  };
};

/** Over what, and how surely: for those who want to know. */
export const evidenceWords = ({ score }: GroupReading): string | undefined => {
  if (score === undefined) return undefined;
  const p =
    score.p < 0.001 ? `p\u00a0<\u00a0${figure(0.001, 3)}` : `p\u00a0=\u00a0${figure(score.p, score.p < 0.1 ? 3 : 2)}`;
  return t("group.evidence", { seconds: figure(score.windowS), p });
};
