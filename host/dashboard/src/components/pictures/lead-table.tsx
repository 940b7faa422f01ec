import type { VNode } from "preact";
import { leadsOf } from "../../pictures/leads.ts";
import { aheadWords } from "../../words/dyad-words.ts";
import { t } from "../../words/t.ts";
import type { DyadsProps } from "./dyad-matrix.tsx";

/** Who moves before the others, the first first. */
export const LeadTable = ({ dyads, names }: DyadsProps): VNode => {
  const leads = leadsOf(dyads);
  if (leads.length === 0) return <p class="quiet">{t("pictures.noLeads")}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("pictures.person")}</th>
          <th scope="col">{t("pictures.place")}</th>
          <th scope="col">{t("pictures.pairs")}</th>
        </tr>
      </thead>
      <tbody>
        {leads.map(({ member, aheadS, pairs }) => (
          <tr key={member}>
            <th scope="row">{names[member]}</th>
            <td>{aheadWords(aheadS)}</td>
            <td>{pairs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
