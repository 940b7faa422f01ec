import type { VNode } from "preact";
import type { Looks } from "../host/use-looks.ts";
import { t } from "../words/t.ts";
import { Switch } from "./switch.tsx";

export interface LooksMenuProps {
  readonly looks: Looks;
  readonly onTurn: (look: keyof Looks) => void;
}

/** How the running screen is looked at. */
export const LooksMenu = ({ looks, onTurn }: LooksMenuProps): VNode => (
  <div class="looks" role="group" aria-label={t("looks.label")}>
    {(["scores", "large", "pictures"] as const).map((look) => (
      <Switch key={look} label={t(`looks.${look}`)} isOn={looks[look]} onTurn={() => onTurn(look)} />
    ))}
    <a class="button" href="?projector" target="_blank" rel="noopener">
      {t("looks.projector")}
    </a>
  </div>
);
