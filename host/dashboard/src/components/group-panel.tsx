import type { VNode } from "preact";
import type { GroupReading } from "../api.ts";
import { evidenceWords, groupWords } from "../words/group-words.ts";
import { t } from "../words/t.ts";
import { perMinute } from "../words/text.ts";
import { ScoreMeter } from "./score-meter.tsx";

export interface GroupPanelProps {
  readonly group: GroupReading;
  readonly playing: boolean;
  readonly label: string;
}

/** A score that chance could give as well is not shown, whatever the reading carries. */
const isDecided = ({ verdict }: GroupReading): boolean => verdict === "in-sync" || verdict === "not-in-sync";

/** The verdict, large, and what it rests on. */
export const GroupPanel = ({ group, playing, label }: GroupPanelProps): VNode => {
  const { headline, detail } = groupWords(group, playing);
  const score = isDecided(group) ? group.score : undefined;
  const evidence = score === undefined ? undefined : evidenceWords(group);
  const tempo = group.tempoHz === undefined ? undefined : t("group.movingAt", { tempo: perMinute(group.tempoHz) });
  return (
    <section class={`group ${group.verdict}`} aria-label={label}>
      <p class="headline">{headline}</p>
      <p class="detail">{detail}</p>
      {score !== undefined && <ScoreMeter score={score} />}
      <p class="evidence">{[tempo, evidence].filter((words) => words !== undefined).join(" · ")}</p>
    </section>
  );
};
