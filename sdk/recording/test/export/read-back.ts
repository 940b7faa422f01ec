import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Export, ExportFile } from "../../src/index.ts";

export const bytesOf = async (file: ExportFile): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of file.bytes()) parts.push(part);
  return Buffer.concat(parts);
};

export const textOf = async ({ files }: Export, path: string): Promise<string> => {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`expected ${path}, found ${files.map((each) => each.path).join(", ")}`);
  return (await bytesOf(file)).toString("utf8");
};

export const writeAll = async ({ files }: Export, dir: string): Promise<void> => {
  for (const file of files) {
    const path = join(dir, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await bytesOf(file));
  }
};

/** RFC 4180, read by its own rules. */
export const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"|([^,\n]*)/y;
  for (let i = 0; i < text.length;) {
    cell.lastIndex = i;
    const found = cell.exec(text);
    if (found === null) throw new Error(`expected a cell at ${String(i)}`);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    i = cell.lastIndex;
    if (text[i] === "\n" && i + 1 < text.length) rows.push([]);
    i++;
  }
  return rows;
};
