import type { DyadView } from "@entrain/session";
import { figure, t } from "./t.ts";
import { ofHundred } from "./text.ts";

/** What is said of two people: a score only beyond chance, else why there is none. */
export const dyadWords = ({ verdict, reasonCode, score }: DyadView): string => {
  if (verdict === "in-sync") return t("pictures.together", { score: ofHundred(score ?? 0) });
  if (verdict === "not-in-sync") return t("pictures.apart");
  return reasonCode === undefined ? t("group.byChance") : t(`reason.${reasonCode}`);
};

/** '30 ms ahead', '12 ms behind'. */
export const aheadWords = (aheadS: number): string =>
  t(aheadS < 0 ? "pictures.behind" : "pictures.ahead", { millis: figure(Math.abs(aheadS) * 1000) });
