import { textWidth } from "../score/text.ts";

export type Align = "left" | "right";

/** Columns as wide as their widest cell, two blanks between them. */
export const plainTable = (aligns: readonly Align[], rows: readonly (readonly string[])[]): string => {
  const widths = aligns.map((_, c) => Math.max(0, ...rows.map((row) => textWidth(row[c] ?? ""))));
  const cell = (text: string, c: number): string => {
    const space = " ".repeat((widths[c] ?? 0) - textWidth(text));
    return aligns[c] === "right" ? space + text : text + space;
  };
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
};
