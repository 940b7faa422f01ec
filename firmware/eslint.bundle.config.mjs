// The unminified bundle, as Espruino reads it: ES5, nothing used above its text (the interpreter does not hoist), no
// global that was not agreed on.
import { readFileSync } from "node:fs";

const listed = readFileSync(new URL("./build/globals.ts", import.meta.url), "utf8").match(/"(\w+)"/g) ?? [];
const LANGUAGE = [
  "Math",
  "ArrayBuffer",
  "Uint8Array",
  "Uint16Array",
  "Uint32Array",
  "Int8Array",
  "Int16Array",
  "Float64Array",
  "DataView",
  "undefined",
];
const globals = Object.fromEntries(
  [...listed.map((name) => name.slice(1, -1)), ...LANGUAGE].map((name) => [name, "readonly"]),
);

export default [
  {
    languageOptions: { ecmaVersion: 5, sourceType: "script", globals },
    rules: {
      "no-use-before-define": "error",
      "no-undef": "error",
      "no-labels": "error",
      "no-redeclare": "error",
      "default-case-last": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.name='clearTimeout'][arguments.length=0]",
          message: "clears every timer on a band",
        },
        // Once, at boot, it costs nothing that counts: where the motor starts, a bus that fails must not end the program.
        { selector: "VariableDeclarator[id.name!='startMotor'] TryStatement", message: "costs more than a check" },
        { selector: "FunctionDeclaration TryStatement", message: "costs more than a check" },
      ],
    },
  },
  {
    // Board and air need functions of each other. They are called by handlers alone, and those run once the whole program
    // has been read.
    files: ["**/*-air.readable.js"],
    rules: { "no-use-before-define": ["error", { functions: false, variables: false }] },
  },
];
