/** A stretch of a session, in seconds from its start. */
export interface Span {
  readonly startS: number;
  readonly endS: number;
}

export interface Labelled<Label> extends Span {
  readonly label: Label;
}

/** Neighbours with the same label become one. `null` breaks a stretch and is left out. */
export const stretches = <Label>(entries: readonly (Span & { readonly label: Label | null })[]): Labelled<Label>[] => {
  const found: { startS: number; endS: number; label: Label }[] = [];
  let open = false;
  for (const { startS, endS, label } of entries) {
    const last = found.at(-1);
    if (open && last !== undefined && last.label === label) last.endS = endS;
    else if (label !== null) found.push({ startS, endS, label });
    open = label !== null;
  }
  return found;
};

export const lengthOf = ({ startS, endS }: Span): number => endS - startS;
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
