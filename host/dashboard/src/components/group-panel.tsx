import type { VNode } from "preact";
import type { GroupReading } from "../api.ts";
import { evidenceWords, groupWords, quietWords } from "../words/group-words.ts";
import { ScoreMeter } from "./score-meter.tsx";

export interface GroupPanelProps {
  readonly group: GroupReading;
  readonly playing: boolean;
  /** Without scores it says who moves, and judges nothing. */
  readonly scored: boolean;
  readonly label: string;
}

/** A score that chance could give as well is not shown, whatever the reading carries. */
const isDecided = ({ verdict }: GroupReading): boolean => verdict === "in-sync" || verdict === "not-in-sync";

/** The verdict, large, and what it rests on. */
export const GroupPanel = ({ group, playing, scored, label }: GroupPanelProps): VNode => {
  const { headline, detail } = scored ? groupWords(group, playing) : quietWords(group);
  const score = scored && isDecided(group) ? group.score : undefined;
  return (
    <section class={`group ${scored ? group.verdict : "quiet-group"}`} aria-label={label}>
      <p class="headline">{headline}</p>
      <p class="detail">
        {detail} {score !== undefined && <span class="evidence">{evidenceWords(group)}</span>}
      </p>
      {score !== undefined && <ScoreMeter score={score} />}
    </section>
  );
};
