/** Which group the screen for one shows: kept with the browser's tab, so that a reload comes back to it. */
const KEY = "entrain-edited-group";
const DRAFT = "entrain-group-draft";

const kept = (key: string): string | undefined => {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};

const keep = (key: string, value: string | undefined): void => {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing forgets it at a reload.
  }
};

/** @param id - undefined for a new one */
export const editGroup = (id: string | undefined): void => {
  keep(KEY, id ?? "");
  keep(DRAFT, undefined);
};

export const editedGroup = (): string | undefined => kept(KEY);

/** What was written and not yet kept. */
export const keptDraft = (): unknown => {
  const text = kept(DRAFT);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

export const keepDraft = (draft: unknown): void => {
  keep(DRAFT, draft === undefined ? undefined : JSON.stringify(draft));
};
