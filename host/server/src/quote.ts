const MAX_LENGTH = 60;

/** What was found, for a message: short, one line, printable, whatever the sender wrote. */
export const quote = (value: unknown): string => {
  if (value === undefined) return "none";
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  const printable = text.replace(/[^\x20-\x7e]/g, "?");
  return printable.length > MAX_LENGTH ? `${printable.slice(0, MAX_LENGTH)}…` : printable;
};
