import type { VNode } from "preact";
import type { Score } from "../api.ts";
import { scoreBar } from "../score-bar.ts";
import { t } from "../words/t.ts";
import { ofHundred } from "../words/text.ts";

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** A scale that starts where chance ends: what lies left of its 0, chance alone would give. */
export const ScoreMeter = ({ score }: { readonly score: Score }): VNode => {
  const { floor, reached } = scoreBar(score);
  const text = t("meter.words", {
    score: ofHundred(score.value),
    floor: percent(floor),
    reached: percent(reached),
  });
  return (
    <div class="meter" role="img" aria-label={text}>
      <div class="track">
        <div class="by-chance" style={{ width: percent(floor) }} />
        <div class="reached" style={{ left: percent(floor), width: percent(reached - floor) }} />
        <div class="floor" style={{ left: percent(floor) }} />
      </div>
      <div class={floor > 0.8 ? "floor-label before" : "floor-label"} style={{ left: percent(floor) }}>
        {t("meter.chance")}
      </div>
      <div class="end-label">{t("meter.full")}</div>
    </div>
  );
};
