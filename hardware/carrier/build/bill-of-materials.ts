import { PARTS, type Part } from "../src/parts.ts";
import { csv } from "./csv.ts";

/** One row a part number, its designators together. */
export const billOfMaterials = (): string => {
  const rows = new Map<string, { part: Part; designators: string[] }>();
  for (const [designator, part] of Object.entries(PARTS) as [string, Part][]) {
    const row = rows.get(part.number) ?? { part, designators: [] };
    row.designators.push(designator);
    rows.set(part.number, row);
  }
  return csv(
    ["Designators", "Quantity", "Value", "Package", "Manufacturer", "Manufacturer part number"],
    [...rows.values()].map(({ part, designators }) => [
      designators.join(" "),
      String(designators.length),
      part.value,
      part.package,
      part.maker,
      part.number,
    ]),
  );
};
