import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Row } from "../row.ts";

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Everything of the page, as it goes over the wire. */
export const pageWeight = (pageDir: string): readonly Row[] => {
  const files = readdirSync(pageDir, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:html|js|css|svg)$/.test(path))
    .map((path) => ({ path, bytes: gzipSync(readFileSync(join(pageDir, path)), { level: 9 }).length }));
  const sum = (isIn: (path: string) => boolean): number =>
    files.filter(({ path }) => isIn(path)).reduce((total, { bytes }) => total + bytes, 0);
  const index = readFileSync(join(pageDir, "index.html"), "utf8");
  const isFirst = (path: string): boolean => path === "index.html" || index.includes(path.replaceAll("\\", "/"));
  return [
    { what: "the whole page, every screen and language, gzipped", value: kB(sum(() => true)), target: "≤ 120 kB" },
    { what: "of it, what is loaded before anything is drawn (English)", value: kB(sum(isFirst)) },
  ];
};
