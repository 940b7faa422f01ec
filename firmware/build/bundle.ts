import { fileURLToPath } from "node:url";
import { rolldown, type Plugin } from "rolldown";
import { minify } from "terser";
import ts from "typescript";
import { evaluateConstants } from "./evaluate.ts";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const constants: Plugin = {
  name: "evaluate-constants",
  load: (id) => (id === fromHere("../src/wire.ts") ? evaluateConstants(id) : undefined),
};

/** TypeScript's own ES5 emit: deprecated there, and just what the interpreter needs. */
const { options: ES5 } = ts.convertCompilerOptionsFromJson(
  { target: "ES5", module: "None", removeComments: true, ignoreDeprecations: "6.0" },
  "",
);

/** Fields of our own objects: a short name takes less of the bundle, of a band's memory and of its time. */
const OWN_PROPERTY =
  /^(\w+(Micros|Millis|Mask|Strength)|sessionRef|bandRef|bandPerSession|slots|slotIndex|revision|pulses|subdivision|beatsPerBar|strength|segments)$/;

export interface BandBundle {
  /** As the band's interpreter reads it, before minification: what lint looks at. */
  readonly readable: string;
  /** What is put on a band: top-level statements. A wrapping function would cost more memory than a small board has. */
  readonly minified: string;
}

/** Bundles the firmware of one board into ES5. */
export const bundleBand = async (board: string): Promise<BandBundle> => {
  const bundle = await rolldown({
    tsconfig: false,
    input: fromHere("../src/main.ts"),
    plugins: [constants],
    resolve: { conditionNames: [board, "@entrain/source", "default"] },
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
  const { code } = await minify(readable, {
    ecma: 5,
    toplevel: true,
    // A function that is inlined as an expression would be built anew at every call.
    compress: { passes: 3, hoist_funs: true, reduce_funcs: false, inline: false },
    mangle: { properties: { regex: OWN_PROPERTY } },
  });
  return { readable, minified: code ?? "" };
};
