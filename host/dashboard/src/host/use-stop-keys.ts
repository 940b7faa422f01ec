import { useEffect } from "preact/hooks";

/** Keys that mean stop, wherever the focus is. They never start anything, so pressing twice is safe. */
export const isStopKey = ({ key }: { readonly key: string }): boolean => key === " " || key === "Escape";

/**
 * Space and Escape stop, from anywhere. They are taken before any button or field sees them: a space on a focused Start
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
