import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../words/t.ts";

/** Two presses: nothing is gone by a slip. */
export const DeleteGroup = ({ name, onDelete }: { readonly name: string; readonly onDelete: () => void }): VNode => {
  const [isSure, setSure] = useState(false);
  return (
    <button type="button" class={isSure ? "warn" : "plain"} onClick={() => (isSure ? onDelete() : setSure(true))}>
      {isSure ? t("group.deleteSure", { name }) : t("group.delete")}
    </button>
  );
};
