import { useEffect } from "preact/hooks";

const FIELDS = "input:not([type=radio]), textarea, select, [contenteditable], [role=slider]";

interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: unknown;
}

const isIn = (target: object): boolean => (target as Element).closest(FIELDS) !== null;

/** Whether a key means a command of the page: not with others, not held, and not while somebody writes. */
export const isPlainKey = (event: KeyPress): boolean => {
  const { repeat, ctrlKey, metaKey, altKey, target } = event;
  const isWriting = target !== null && typeof target === "object" && "closest" in target && isIn(target);
  return !repeat && !ctrlKey && !metaKey && !altKey && !isWriting;
};

/** Commands by one key each, from anywhere but a field. Names in small letters. */
export const usePlainKeys = (commands: Readonly<Record<string, () => void>>): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isPlainKey(event)) commands[event.key.toLowerCase()]?.();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
    };
  }, [commands]);
};
