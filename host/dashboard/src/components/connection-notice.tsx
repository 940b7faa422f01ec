import type { VNode } from "preact";
import type { Connection } from "../api.ts";
import { t } from "../words/t.ts";

/** Says so when what the page shows is no longer true. Always in the document, so that its change is read out. */
export const ConnectionNotice = ({ connection }: { readonly connection: Connection }): VNode => (
  <div class="notice" role="status">
    {connection === "gone" && (
      <p>
        <strong>{t("frame.goneTitle")}</strong> {t("frame.gone")}
      </p>
    )}
  </div>
);
