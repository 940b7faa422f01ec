import type { SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { LEAD_PHASES, leadReason } from "../words/lead-words.ts";
import { figure, t } from "../words/t.ts";

export interface LeadPanelProps {
  readonly lead: NonNullable<SessionView["lead"]>;
  readonly onLetGo: () => void;
}

/** Where the pulse is with the group, on its way from joining it to letting it go, and why. */
export const LeadPanel = ({ lead, onLetGo }: LeadPanelProps): VNode => {
  const { phase, bpm, groupBpm, targetBpm } = lead;
  const tempo = (label: string, value: number | undefined): VNode | null =>
    value === undefined || value === 0 ? null : (
      <div>
        <dt>{label}</dt>
        <dd>{figure(value)}</dd>
      </div>
    );
  return (
    <section class="lead" aria-label={t("lead.label")}>
      <ol class="phases">
        {LEAD_PHASES.map((each) => (
          <li key={each} aria-current={each === phase ? "step" : undefined}>
            {t(`lead.${each}`)}
          </li>
        ))}
      </ol>
      <p class="why">{leadReason(lead)}</p>
      <dl>
        {tempo(t("lead.group"), groupBpm)}
        {tempo(t("lead.pulse"), bpm)}
        {tempo(t("lead.target"), targetBpm)}
      </dl>
      {(phase === "attune" || phase === "lead" || phase === "hold") && (
        <button type="button" onClick={onLetGo}>
          {t("lead.letGo")}
        </button>
      )}
    </section>
  );
};
