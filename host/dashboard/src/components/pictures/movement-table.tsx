import type { SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { stateWords, tempoWords } from "../../words/member-words.ts";
import { figure, t } from "../../words/t.ts";

/** What the traces show, in words: who moves, how fast, how much. */
export const MovementTable = ({ view }: { readonly view: SessionView }): VNode => {
  const bandOf = new Map(view.bands.map((band) => [band.member, band]));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("pictures.person")}</th>
          <th scope="col">{t("pictures.state")}</th>
          <th scope="col">{t("pictures.tempo")}</th>
          <th scope="col">{t("pictures.amplitude")}</th>
        </tr>
      </thead>
      <tbody>
        {view.reading.members.map((member, k) => (
          <tr key={k}>
            <th scope="row">{member.name}</th>
            <td>{stateWords(member, bandOf.get(k))}</td>
            <td>{tempoWords(member, bandOf.get(k)) ?? ""}</td>
            <td>{t("pictures.grams", { g: figure(member.amplitudeG, 2) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
