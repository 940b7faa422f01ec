import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { BoardId } from "@entrain/boards";
import { bundleBand, type BandBundle } from "./bundle.ts";
import { ESPRUINO_GLOBALS } from "./globals.ts";
import { type Install, installOf } from "./install.ts";

const BOARDS: readonly BoardId[] = ["banglejs2", "xiao-sense", "xiao-tap"];

/** What is built: a board, and what more a variant of it has. */
const BUNDLES: readonly (readonly [name: string, board: string, ...conditions: string[]])[] = [
  ...BOARDS.map((board) => [board, board] as const),
  // With the air a bundle is larger than the first boards' limit allows, and a band that has its own link is well without.
  ["banglejs2-air", "banglejs2", "air"],
  ["xiao-sense-air", "xiao-sense", "air"],
  ["bridge", "bridge"],
];

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/** As source text: bytes are characters of a string. */
const asSource = ({ files, ...install }: Install): string => {
  const pairs = files.map(
    ({ name, bytes }) =>
      `{ name: ${JSON.stringify(name)}, bytes: bytesOf(${JSON.stringify(Buffer.from(bytes).toString("latin1"))}) }`,
  );
  const replaces = install.replaces === undefined ? "undefined" : JSON.stringify(install.replaces);
  return `{ ...${JSON.stringify(install)}, replaces: ${replaces}, files: [${pairs.join(",\n")}] }`;
};

/** The same text as goes on the band, as a function of its globals: what the simulator runs. */
const asModule = (bundles: readonly (readonly [string, BandBundle])[]): string => {
  const entries = bundles.map(
    ([board, { minified }]) =>
      `${JSON.stringify(board)}: { text: ${JSON.stringify(minified)}, boot: function (globals) {\n` +
      `var { ${ESPRUINO_GLOBALS.join(", ")} } = globals;\n${minified}\n} }`,
  );
  const installs = BOARDS.map((board) => {
    const minified = bundles.find(([name]) => name === board)?.[1].minified ?? "";
    return `${JSON.stringify(board)}: ${asSource(installOf(board, minified))}`;
  });
  return (
    "const bytesOf = (text) => Uint8Array.from(text, (char) => char.charCodeAt(0));\n" +
    `export const firmware = {\n${entries.join(",\n")}\n};\n` +
    `export const installs = {\n${installs.join(",\n")}\n};\n`
  );
};

/** The files to put into a watch's storage by hand, under their names there. */
const writeApp = async (code: string): Promise<void> => {
  await mkdir(`${DIST}app`, { recursive: true });
  for (const { name, bytes } of installOf("banglejs2", code).files) await writeFile(`${DIST}app/${name}`, bytes);
};

/** Writes every bundle to `dist/`. */
export const buildFirmware = async (): Promise<void> => {
  const bundles: (readonly [string, BandBundle])[] = [];
  for (const [name, board, ...conditions] of BUNDLES) bundles.push([name, await bundleBand(board, conditions)]);
  await mkdir(DIST, { recursive: true });
  for (const [board, { readable, minified }] of bundles) {
    await writeFile(`${DIST}${board}.js`, minified);
    await writeFile(`${DIST}${board}.readable.js`, readable);
  }
  await writeFile(`${DIST}index.js`, asModule(bundles));
  await writeApp(bundles.find(([board]) => board === "banglejs2")?.[1].minified ?? "");
};
