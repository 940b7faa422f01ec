import type { VNode } from "preact";
import { wayWords } from "../../words/way-words.ts";
import type { ScreenProps } from "./screen-props.ts";

export const BandsScreen = (_props: ScreenProps): VNode => (
  <main class="screen">
    <h2>{wayWords.screens.bands}</h2>
  </main>
);
