import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type FieldLayout, layouts, type MessageLayout } from "../src/index.ts";

const spec = readFileSync(new URL("../SPEC.md", import.meta.url), "utf8");

const fieldText = ({ name, kind, at }: Pick<FieldLayout, "name" | "at"> & { kind: string }): string =>
  `${String(at)} ${name} ${kind}`;

/** The row of SPEC.md that a message has. */
const rowOf = ({ kind, type, fixed, trailing }: MessageLayout): string => {
  const fields = [...fixed, ...(trailing ? [trailing] : [])].map(fieldText).join(", ");
  return `| \`0x${type.toString(16).padStart(2, "0")}\` | \`${kind}\` | ${fields === "" ? "–" : fields} |`;
};

test.each(Object.values(layouts))("SPEC.md states $kind as the table has it", (layout) => {
  expect(spec).toContain(rowOf(layout));
});
