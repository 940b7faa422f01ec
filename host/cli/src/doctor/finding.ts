/** One thing that was looked at. */
export interface Finding {
  /** `ok`: as it should be. `note`: worth knowing. `wrong`: needs the remedy. */
  readonly level: "ok" | "note" | "wrong";
  readonly what: string;
  readonly remedy?: string;
}

export const ok = (what: string): Finding => ({ level: "ok", what });
export const note = (what: string, remedy: string): Finding => ({ level: "note", what, remedy });
export const wrong = (what: string, remedy: string): Finding => ({ level: "wrong", what, remedy });

const MARK = { ok: "ok   ", note: "note ", wrong: "WRONG" } as const;

/** A line each. */
export const lineOf = ({ level, what, remedy }: Finding): string =>
  `${MARK[level]} ${what}${remedy === undefined ? "" : ` -> ${remedy}`}`;
