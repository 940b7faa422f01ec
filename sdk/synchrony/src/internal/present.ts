/** An object without its undefined and non-finite entries. */
export const present = <T extends object>(entries: { [K in keyof T]: T[K] | undefined }): T => {
  const kept: Partial<T> = {};
  for (const key in entries) {
    const value: T[typeof key] | undefined = entries[key];
    if (value !== undefined && (typeof value !== "number" || Number.isFinite(value))) kept[key] = value;
  }
  return kept as T;
};
