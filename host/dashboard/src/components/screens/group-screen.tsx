import type { VNode } from "preact";
import { t } from "../../words/t.ts";
import type { ScreenProps } from "./screen-props.ts";

export const GroupScreen = (_props: ScreenProps): VNode => (
  <main class="screen">
    <h2>{t("screen.group")}</h2>
  </main>
);
