import type { VNode } from "preact";
import { wayWords } from "../../words/way-words.ts";
import type { ScreenProps } from "./screen-props.ts";

export const HomeScreen = (_props: ScreenProps): VNode => (
  <main class="screen">
    <h2>{wayWords.screens.home}</h2>
  </main>
);
