import type { VNode } from "preact";
import { t } from "../words/t.ts";

/** The same on every screen, and it works even when nothing else does. */
export const StopButton = ({ onStop }: { readonly onStop: () => void }): VNode => (
  <button type="button" class="stop" onClick={onStop}>
    {t("stop.button")} <small>{t("stop.keys")}</small>
  </button>
);
