import { useEffect } from "preact/hooks";

const FIELDS = "input, textarea, select, [contenteditable]";

/** Whether a key press marks the moment: an m, unless somebody is writing. */
export const isMarkerKey = (event: {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: unknown;
}): boolean => {
  const { key, repeat, ctrlKey, metaKey, altKey, target } = event;
  const isPlain = !repeat && !ctrlKey && !metaKey && !altKey;
  const isWriting = target !== null && typeof target === "object" && "closest" in target && isIn(target);
  return key.toLowerCase() === "m" && isPlain && !isWriting;
};

const isIn = (target: object): boolean => (target as Element).closest(FIELDS) !== null;

/** The key m marks a moment, from anywhere but a field. */
export const useMarkerKey = (mark: () => void, enabled: boolean): void => {
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isMarkerKey(event)) mark();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
    };
  }, [mark, enabled]);
};
