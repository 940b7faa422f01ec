import type { VNode } from "preact";
import { aheadWords, dyadWords } from "../../words/dyad-words.ts";
import { t } from "../../words/t.ts";
import type { DyadsProps } from "./dyad-matrix.tsx";

/** The same in words: those who are together first. */
export const DyadTable = ({ dyads, names }: DyadsProps): VNode => {
  const rows = [...dyads.pairs].sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={t("pictures.dyads")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("pictures.pair")}</th>
            <th scope="col">{t("pictures.reading")}</th>
            <th scope="col">{t("pictures.first")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((pair) => (
            <tr key={`${String(pair.i)} ${String(pair.j)}`}>
              <th scope="row">
                {names[pair.i]}, {names[pair.j]}
              </th>
              <td>{dyadWords(pair)}</td>
              <td>{pair.leadS === undefined ? "" : aheadWords(pair.leadS)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
