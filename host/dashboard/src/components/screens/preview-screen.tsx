import type { VNode } from "preact";
import { t } from "../../words/t.ts";
import type { ScreenProps } from "./screen-props.ts";

export const PreviewScreen = (_props: ScreenProps): VNode => (
  <main class="screen">
    <h2>{t("screen.preview")}</h2>
  </main>
);
