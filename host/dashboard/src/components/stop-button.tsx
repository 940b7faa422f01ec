import type { VNode } from "preact";

/** The same on every screen, and it works even when nothing else does. */
export const StopButton = ({ onStop }: { readonly onStop: () => void }): VNode => (
  <button type="button" class="stop" onClick={onStop}>
    STOP <small>space or Esc</small>
  </button>
);
