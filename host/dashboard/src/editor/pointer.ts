/** Parts of a JSON pointer (RFC 6901) into plain data; the names in exercise documents have no `/` and no `~`. */
const partsOf = (pointer: string): readonly string[] => (pointer === "" ? [] : pointer.slice(1).split("/"));

/** What stands at a pointer; undefined where nothing does. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  partsOf(pointer).reduce<unknown>(
    (found, part) =>
      typeof found === "object" && found !== null ? (found as Record<string, unknown>)[part] : undefined,
    value,
  );

const put = (value: unknown, [part, ...rest]: readonly string[], to: unknown): unknown => {
  if (part === undefined) return to;
  if (Array.isArray(value)) return value.map((each: unknown, i) => (String(i) === part ? put(each, rest, to) : each));
  const { [part]: before, ...others } = (value ?? {}) as Record<string, unknown>;
  const after = put(before, rest, to);
  if (after === undefined) return others;
  // In its place: a document keeps the order in which it was written.
  return before === undefined
    ? { ...others, [part]: after }
    : Object.fromEntries(
        Object.entries(value as object).map(([key, each]) => [key, key === part ? after : (each as unknown)]),
      );
};

/** The same with something else at a pointer; `undefined` takes a property away. Nothing that was given is changed. */
export const withValue = <T>(value: T, pointer: string, to: unknown): T => put(value, partsOf(pointer), to) as T;

/** The same list with one more, one less, or one in another place. */
export const withInserted = <T>(list: readonly T[], at: number, item: T): readonly T[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at),
];
export const withoutAt = <T>(list: readonly T[], at: number): readonly T[] => list.filter((_, i) => i !== at);
export const withMoved = <T>(list: readonly T[], from: number, to: number): readonly T[] => {
  const item = list[from];
  return item === undefined || to < 0 || to >= list.length ? list : withInserted(withoutAt(list, from), to, item);
};
