import type { ComponentChildren, VNode } from "preact";
import type { StopWords } from "../words/stop-words.ts";

export interface StopBarProps {
  readonly words: StopWords;
  readonly refusal: string;
  readonly children: ComponentChildren;
}

/** The bar that is always in view. What became of a stop stands above the button, and is read out at once. */
export const StopBar = ({ words, refusal, children }: StopBarProps): VNode => (
  <footer>
    <p class={`stop-words ${words.tone}`} role="status" aria-live="assertive">
      {words.text}
    </p>
    <p class="refusal" role="status">
      {refusal}
    </p>
    {children}
  </footer>
);
