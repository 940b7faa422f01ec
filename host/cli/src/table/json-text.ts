const INDENT = "  ";

const isPlain = (value: unknown): boolean => typeof value !== "object" || value === null;

/** JSON for people and programs: rows of a matrix on a line each. A number that is none is null. */
export const jsonText = (value: unknown, indent = ""): string => {
  if (typeof value === "number") return Number.isFinite(value) ? JSON.stringify(value) : "null";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = indent + INDENT;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.every(isPlain)) return `[${items.map((item) => jsonText(item)).join(", ")}]`;
    return `[\n${items.map((item) => inner + jsonText(item, inner)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const short = indent !== "" && entries.every(([, item]) => isPlain(item));
  const texts = entries.map(([key, item]) => `${JSON.stringify(key)}: ${jsonText(item, inner)}`);
  return short ? `{ ${texts.join(", ")} }` : `{\n${texts.map((text) => inner + text).join(",\n")}\n${indent}}`;
};
