import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown, type Plugin } from "rolldown";
import { minify } from "terser";
import ts from "typescript";
import { evaluateConstants } from "./evaluate.ts";
import { ESPRUINO_GLOBALS } from "./globals.ts";
import { withShortEquality } from "./shrink/equality.ts";
import { inlineFunctions } from "./shrink/inline.ts";
import { namedShort } from "./shrink/names.ts";
import { withNamedNatives } from "./shrink/natives.ts";
import { namedMostFirst } from "./shrink/order.ts";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const EVALUATED = ["wire", "board/imu-registers", "board/drv2605l-registers", "board/facts"].map((name) =>
  fromHere(`../src/${name}.ts`),
);

const constants: Plugin = {
  name: "evaluate-constants",
  load: (id) => (EVALUATED.includes(id) ? evaluateConstants(id) : undefined),
};

/** TypeScript's own ES5 emit: deprecated there, and just what the interpreter needs. */
const { options: ES5 } = ts.convertCompilerOptionsFromJson(
  { target: "ES5", module: "None", removeComments: true, ignoreDeprecations: "6.0" },
  "",
);

/**
 * Every name that the platform knows: its declaration is the list of what the firmware may call, and of what it may name
 * in the options that it hands over. Whatever else has a name is ours, and short on a band.
 */
const platformNames = async (): Promise<string[]> => {
  const declared = await readFile(fromHere("../src/espruino.d.ts"), "utf8");
  return [...new Set(declared.match(/[A-Za-z_]\w*/g))];
};

/**
 * Functions that stay though they are called in one place only: what is left out there is read through every time, a
 * hundred characters in the time of a call.
 */
const APART = new Set(["readBurst", "checkHealth"]);

export interface BandBundle {
  /** As the band's interpreter reads it, before minification: what lint looks at. */
  readonly readable: string;
  /** What is put on a band: top-level statements. A wrapping function would cost more memory than a small board has. */
  readonly minified: string;
}

/**
 * Bundles the firmware of one board into ES5.
 *
 * @param conditions - what more a variant has, as in the imports of package.json
 * @param main - what it begins with, in `src`
 */
export const bundleBand = async (
  board: string,
  conditions: readonly string[] = [],
  main = board === "bridge" ? "bridge/main" : "main",
): Promise<BandBundle> => {
  const bundle = await rolldown({
    tsconfig: false,
    input: fromHere(`../src/${main}.ts`),
    plugins: [constants],
    resolve: { conditionNames: [board, ...conditions, "@entrain/source", "default"] },
    treeshake: { moduleSideEffects: (id) => id.includes("/firmware/src/") },
    optimization: { inlineConst: { mode: "all", pass: 3 } },
  });
  const { output } = await bundle.generate({ format: "esm", comments: false });
  await bundle.close();
  const es5 = ts.transpileModule(output[0].code.replaceAll("espruinoRequire(", "require("), {
    compilerOptions: ES5,
  }).outputText;
  const readable = es5
    .replace(/^"use strict";\n/, "")
    .replace(/^Object\.defineProperty\(exports.*\n/m, "")
    .replace(/^export \{\};\n/m, "");
  const { code } = await minify(withNamedNatives(inlineFunctions(readable, APART), new Set(ESPRUINO_GLOBALS)), {
    ecma: 5,
    toplevel: true,
    compress: {
      passes: 3,
      hoist_funs: true,
      pure_getters: true,
      booleans_as_integers: true,
      // A function that is inlined as an expression would be built anew at every call.
      reduce_funcs: false,
      inline: false,
    },
    mangle: { properties: { reserved: await platformNames(), builtins: true } },
  });
  return { readable, minified: namedShort(withShortEquality(namedMostFirst(code ?? ""))) };
};
