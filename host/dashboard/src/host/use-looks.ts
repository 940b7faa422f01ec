import { useCallback, useState } from "preact/hooks";

/** How the running screen is looked at. Kept in this browser: a reload shows what was shown. */
export interface Looks {
  readonly scores: boolean;
  /** Read from across a room. */
  readonly large: boolean;
  readonly pictures: boolean;
}

const KEPT_AS = "entrain-looks";
const USUAL: Looks = { scores: true, large: false, pictures: false };

const kept = (): Looks => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? "{}");
    return { ...USUAL, ...(typeof found === "object" ? found : {}) };
  } catch {
    return USUAL;
  }
};

/** Storage may be forbidden; then a choice lasts as long as the page. */
export const useLooks = (): readonly [Looks, (look: keyof Looks) => void] => {
  const [looks, setLooks] = useState(kept);
  const turn = useCallback((look: keyof Looks) => {
    setLooks((before) => {
      const after = { ...before, [look]: !before[look] };
      try {
        localStorage.setItem(KEPT_AS, JSON.stringify(after));
      } catch {
        return after;
      }
      return after;
    });
  }, []);
  return [looks, turn];
};
