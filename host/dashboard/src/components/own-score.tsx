import type { BandView } from "@entrain/session";
import type { VNode } from "preact";
import type { MemberReading } from "../api.ts";
import { scoreBar } from "../score-bar.ts";
import { ownScoreOf } from "../words/score-words.ts";

export interface OwnScoreProps {
  readonly reading: MemberReading;
  readonly band: BandView | undefined;
  readonly isShown: boolean;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** A person's togetherness with the pulse as a thin bar; hatched is what chance alone would give. The figure stands beside the name. */
export const OwnScore = ({ reading, band, isShown }: OwnScoreProps): VNode => {
  const score = isShown ? ownScoreOf(reading, band) : undefined;
  if (score === undefined) return <span class="own-bar none" />;
  const { floor, reached } = scoreBar(score);
  return (
    <span class="own-bar" aria-hidden="true">
      <span class="own-chance" style={{ width: percent(floor) }} />
      <span class="own-reached" style={{ left: percent(floor), width: percent(reached - floor) }} />
    </span>
  );
};
