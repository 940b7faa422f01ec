import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../words/t.ts";
import { Switch } from "../switch.tsx";
import { DyadMatrix } from "./dyad-matrix.tsx";
import { DyadTable } from "./dyad-table.tsx";
import { LeadGraph } from "./lead-graph.tsx";
import { LeadTable } from "./lead-table.tsx";
import { MovementTable } from "./movement-table.tsx";
import type { AllPicturesProps } from "./pictures.tsx";
import { Traces } from "./traces.tsx";

/** Traces, who moves with whom, who is ahead; or the same as tables. */
export const AllPictures = ({ view, newest, dyads }: AllPicturesProps): VNode => {
  const [asTables, setAsTables] = useState(false);
  const names = view.reading.members.map(({ name }) => name);
  return (
    <>
      <Switch label={t("pictures.tables")} isOn={asTables} onTurn={() => setAsTables(!asTables)} />
      <div class="pictures-row">
        <figure class="wide">
          <figcaption>{t("pictures.movement")}</figcaption>
          {asTables ? <MovementTable view={view} /> : <Traces names={names} newest={newest} />}
        </figure>
        {dyads !== undefined && names.length > 1 && (
          <>
            <figure>
              <figcaption>{t("pictures.dyads")}</figcaption>
              {asTables ? <DyadTable {...{ dyads, names }} /> : <DyadMatrix {...{ dyads, names }} />}
            </figure>
            <figure>
              <figcaption>{t("pictures.leads")}</figcaption>
              {asTables ? <LeadTable {...{ dyads, names }} /> : <LeadGraph {...{ dyads, names }} />}
            </figure>
          </>
        )}
      </div>
    </>
  );
};
