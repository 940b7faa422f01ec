/**
 * Who is behind the pseudonyms of a folder's files. It stands in a file of its own: where that is destroyed, the
 * recordings remain and nobody can be named.
 */
export interface NameList {
  readonly format: "entrain-names";
  /** Name by pseudonym. */
  readonly people: Readonly<Record<string, string>>;
}

export const NO_NAMES: NameList = { format: "entrain-names", people: {} };
export const NAMES_FILE = "names.json";

const numberOf = (pseudonym: string): number => Number(/^P(\d+)$/.exec(pseudonym)?.[1] ?? 0);

/** The list with everybody in it, and the pseudonym of each: whoever has one keeps it. */
export const withPeople = (
  list: NameList,
  names: readonly string[],
): { readonly list: NameList; readonly pseudonyms: readonly string[] } => {
  const people: Record<string, string> = { ...list.people };
  const known = new Map(Object.entries(people).map(([pseudonym, name]) => [name, pseudonym]));
  let highest = Object.keys(people).reduce((most, pseudonym) => Math.max(most, numberOf(pseudonym)), 0);
  const pseudonyms = names.map((name) => {
    const pseudonym = known.get(name) ?? `P${String(++highest)}`;
    known.set(name, pseudonym);
    people[pseudonym] = name;
    return pseudonym;
  });
  return { list: { ...list, people }, pseudonyms };
};

/** Reads a list of names as JSON; undefined where it is none. */
export const parseNames = (text: string): NameList | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("people" in value) || !("format" in value)) return undefined;
    const { format, people } = value;
    if (format !== NO_NAMES.format || typeof people !== "object" || people === null) return undefined;
    const isNames = Object.values(people).every((name) => typeof name === "string");
    return isNames ? { format: "entrain-names", people: people as Record<string, string> } : undefined;
  } catch {
    return undefined;
  }
};
