import type { VNode } from "preact";
import { leadsOf } from "../../pictures/leads.ts";
import { cornersOf, markOf } from "../../ring/marks.ts";
import { aheadWords } from "../../words/dyad-words.ts";
import { figure, t } from "../../words/t.ts";
import type { DyadsProps } from "./dyad-matrix.tsx";

const WIDTH = 100;
const ROW = 8;
const TOP = 10;
/** Nobody's place is read off more finely than this. */
const LEAST_SPAN_S = 0.02;

/** Who moves before whom: ahead at the left, behind at the right, a line between those who move together. */
export const LeadGraph = ({ dyads, names }: DyadsProps): VNode => {
  const leads = leadsOf(dyads);
  if (leads.length === 0) return <p class="quiet">{t("pictures.noLeads")}</p>;
  const spanS = Math.max(LEAST_SPAN_S, ...leads.map(({ aheadS }) => Math.abs(aheadS)));
  const at = new Map(
    leads.map(({ member, aheadS }, row) => [member, { x: 50 - (aheadS / spanS) * 38, y: TOP + ROW * (row + 0.5) }]),
  );
  const height = TOP + ROW * leads.length + 2;
  return (
    <svg
      class="leads"
      viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}
      role="img"
      aria-label={t("pictures.leadsWords")}
    >
      <line class="leads-zero" x1="50" x2="50" y1={TOP} y2={height} />
      <text class="leads-end" x="2" y="6">
        {t("pictures.aheadEnd", { millis: figure(spanS * 1000) })}
      </text>
      <text class="leads-end" x="98" y="6" text-anchor="end">
        {t("pictures.behindEnd", { millis: figure(spanS * 1000) })}
      </text>
      {dyads.pairs.map(({ i, j, verdict }) => {
        const [from, to] = [at.get(i), at.get(j)];
        if (verdict !== "in-sync" || from === undefined || to === undefined) return null;
        return (
          <line key={`${String(i)} ${String(j)}`} class="leads-pair" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        );
      })}
      {leads.map(({ member, aheadS }) => {
        const { x = 0, y = 0 } = at.get(member) ?? {};
        const { colour, shape } = markOf(member);
        const points = cornersOf(shape).map((corner) => `${(corner.x * 2).toFixed(2)},${(corner.y * 2).toFixed(2)}`);
        const isRight = x > 62;
        return (
          <g key={member} class={`mark-${String(colour)}`} transform={`translate(${x.toFixed(2)} ${y.toFixed(2)})`}>
            <title>{`${names[member] ?? ""}: ${aheadWords(aheadS)}`}</title>
            {points.length === 0 ? <circle r="2" /> : <polygon points={points.join(" ")} />}
            <text class="leads-name" x={isRight ? -4 : 4} y="1.4" text-anchor={isRight ? "end" : "start"}>
              {names[member]}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
