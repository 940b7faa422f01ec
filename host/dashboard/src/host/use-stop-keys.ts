import { useEffect } from "preact/hooks";

/** Where words are written, a space is a space; Escape stops there, too. */
export const WORDS_FIELD = "words";

const isWritten = (target: unknown): boolean =>
  target !== null && typeof target === "object" && "name" in target && target.name === WORDS_FIELD;

/** Keys that mean stop, wherever the focus is. They never start anything, so pressing twice is safe. */
export const isStopKey = ({ key, target }: { readonly key: string; readonly target?: unknown }): boolean =>
  key === "Escape" || (key === " " && !isWritten(target));

/**
 * Space and Escape stop, from anywhere but a field for words, where only Escape does. They are taken before any button or field sees them: a space on a focused Start
 * button must not start. Buttons answer to Enter.
 */
export const useStopKeys = (stopAll: () => void): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isStopKey(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat) stopAll();
    };
    // Some browsers press a focused button when the space bar comes up.
    const onKeyUp = (event: KeyboardEvent): void => {
      if (!isStopKey(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", onKeyDown, true);
    window.addEventListener("keyup", onKeyUp, true);
    return () => {
      window.removeEventListener("keydown", onKeyDown, true);
      window.removeEventListener("keyup", onKeyUp, true);
    };
  }, [stopAll]);
};
