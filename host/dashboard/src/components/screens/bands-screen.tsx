import type { VNode } from "preact";
import { t } from "../../words/t.ts";
import type { ScreenProps } from "./screen-props.ts";

export const BandsScreen = (_props: ScreenProps): VNode => (
  <main class="screen">
    <h2>{t("screen.bands")}</h2>
  </main>
);
