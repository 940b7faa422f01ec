import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundleBand, type BandBundle } from "./bundle.ts";
import { ESPRUINO_GLOBALS } from "./globals.ts";

/** What is built: a board, and what more a variant of it has. */
const BUNDLES: readonly (readonly [name: string, board: string, ...conditions: string[]])[] = [
  ["banglejs2", "banglejs2"],
  ["xiao-sense", "xiao-sense"],
  ["xiao-tap", "xiao-tap"],
  // With the air a bundle is larger than the first boards' limit allows, and a band that has its own link is well without.
  ["banglejs2-air", "banglejs2", "air"],
  ["xiao-sense-air", "xiao-sense", "air"],
  ["bridge", "bridge"],
];

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/** The same text as goes on the band, as a function of its globals: what the simulator runs. */
const asModule = (bundles: readonly (readonly [string, BandBundle])[]): string => {
  const entries = bundles.map(
    ([board, { minified }]) =>
      `${JSON.stringify(board)}: { text: ${JSON.stringify(minified)}, boot: function (globals) {\n` +
      `var { ${ESPRUINO_GLOBALS.join(", ")} } = globals;\n${minified}\n} }`,
  );
  return `export const firmware = {\n${entries.join(",\n")}\n};\n`;
};

/** What a Bangle.js needs to have an app beside its clock, which can be removed without a trace: its launcher reads this. */
const APP_INFO = {
  id: "entrain",
  name: "Entrain",
  src: "entrain.app.js",
  version: "0.1.0",
  files: "entrain.info,entrain.app.js",
  data: "entrain.json",
} as const;

/** The files to put into a watch's storage, under their names there. */
const writeApp = async (code: string): Promise<void> => {
  await mkdir(`${DIST}app`, { recursive: true });
  await writeFile(`${DIST}app/${APP_INFO.src}`, code);
  await writeFile(`${DIST}app/${APP_INFO.id}.info`, JSON.stringify(APP_INFO));
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
