import type { SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { formatTempo } from "../host/tempo.ts";
import { figure, t } from "../words/t.ts";

/** The planned tempo and the group's own, beside each other. */
export const Tempi = ({ view }: { readonly view: SessionView }): VNode => {
  const { tempoHz } = view.reading.group;
  return (
    <dl class="tempi">
      <div>
        <dt>{t("tempo.planned")}</dt>
        <dd>{formatTempo(view.pacer.bpm)}</dd>
      </div>
      <div>
        <dt>{t("tempo.own")}</dt>
        <dd>{tempoHz === undefined ? "–" : figure(tempoHz * 60)}</dd>
      </div>
    </dl>
  );
};
