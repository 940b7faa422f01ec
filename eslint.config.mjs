import tseslint from "typescript-eslint";

/**
 * The fences between the rooms of the house: what each may import, and nothing else. `node` opens Node's own modules,
 * `npm` names packages. Relative imports never leave a room.
 */
const ROOMS = {
  "sdk/protocol": { may: [], pure: true },
  "hardware/boards": { may: [], pure: true },
  "hardware/carrier": { may: [], pure: true },
  "hardware/case": { may: [], pure: true },
  "sdk/time": { may: ["protocol"], pure: true },
  "sdk/pacing": { may: ["protocol", "time"], pure: true },
  "sdk/synchrony": { may: ["protocol"], npm: ["@thi.ng/dsp"], pure: true },
  "sdk/band": { may: ["protocol", "time"] },
  "sdk/recording": { may: ["protocol", "time"], npm: ["@mcap/core", "age-encryption"] },
  "sdk/session": { may: ["protocol", "time", "pacing", "synchrony", "band", "recording"] },
  "sdk/report": { may: ["protocol", "recording", "synchrony"] },
  "sdk/scansion": { may: [], npm: ["syllable", "cmu-pronouncing-dictionary"], pure: true },
  firmware: { may: ["protocol", "boards"] },
  simulator: {
    may: ["protocol", "boards", "time", "time/testing", "firmware"],
    npm: ["@serialport/bindings-interface"],
    node: true,
  },
  "host/outlets": { may: ["protocol", "session"], npm: ["osc/src/osc.js", "koffi"], node: true },
  "host/server": {
    may: ["protocol", "session", "simulator"],
    npm: ["fastify", "@fastify/cookie", "@fastify/rate-limit", "@fastify/static"],
    node: true,
  },
  "host/dashboard": { may: ["session", "pacing"], npm: ["preact", "preact/hooks", "preact/jsx-runtime", "uplot"] },
  "host/cli": {
    may: [
      "protocol",
      "boards",
      "time",
      "time/testing",
      "pacing",
      "synchrony",
      "band",
      "band/flash",
      "band/node",
      "band/node/firmata",
      "recording",
      "recording/node",
      "session",
      "report",
      "scansion",
      "firmware",
      "simulator",
      "server",
      "outlets",
    ],
    npm: ["serialport", "commander", "csv-parse", "csv-parse/sync", "@resvg/resvg-wasm"],
    node: true,
  },
};

const escaped = (names) => names.map((name) => name.replace(/[/.]/g, "\\$&")).join("|");

const fence = ({ may, npm = [], node = false }) => {
  const allowed = [
    "\\.{1,2}\\/(?!.*\\/src\\/)(?!(?:\\.\\.\\/)+(?:sdk|host\\/(?:cli|server|dashboard|outlets)|hardware|firmware|simulator|tests)\\/)",
    "#(?:board|air)$",
    may.length > 0 && `@entrain\\/(?:${escaped(may)})$`,
    npm.length > 0 && `(?:${escaped(npm)})$`,
    node && "node:",
  ].filter(Boolean);
  return [
    "error",
    {
      patterns: [
        {
          regex: `^(?!${allowed.join("|")})`,
          message: "This room may not import that: see the fences in eslint.config.mjs and docs/ARCHITECTURE.md.",
        },
      ],
    },
  ];
};

const PURE_GLOBALS = [
  "Date",
  "performance",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "process",
  "Buffer",
  "window",
  "document",
  "fetch",
];
const pureRules = {
  "no-restricted-globals": [
    "error",
    ...PURE_GLOBALS.map((name) => ({ name, message: "A pure room is handed its clock, its timers and its input." })),
  ],
  "no-restricted-properties": [
    "error",
    { object: "Math", property: "random", message: "Randomness is a seeded parameter." },
  ],
};

const rooms = Object.entries(ROOMS).flatMap(([dir, room]) => [
  { files: [`${dir}/src/**/*.{ts,tsx}`], rules: { "no-restricted-imports": fence(room), ...(room.pure && pureRules) } },
]);

export default tseslint.config(
  {
    ignores: [
      "firmware/types/**",
      "**/dist/**",
      "**/node_modules/**",
      ".nx/**",
      "**/*.mjs",
      "**/*.d.mts",
      "vitest.config.ts",
      "tests/conformance/espruino/*.js",
      // A script of its own kind, run by the browser beside the page.
      "host/dashboard/web/service-worker.js",
      "coverage/**",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `x as number` behind noUncheckedIndexedAccess in loops whose bounds are plain to see.
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-dynamic-delete": "off",
      "max-lines": ["error", { max: 250, skipBlankLines: false }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  ...rooms,
  {
    files: ["sdk/recording/src/node/**/*.ts"],
    rules: { "no-restricted-imports": fence({ may: ["protocol"], node: true }) },
  },
  {
    // The page alone: what the host program does otherwise happens here, in the browser.
    files: ["host/dashboard/src/web/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": fence({
        may: [
          "band",
          "band/flash",
          "boards",
          "firmware",
          "pacing",
          "recording",
          "report",
          "session",
          "simulator",
          "synchrony",
          "time",
          "time/testing",
        ],
        npm: ["preact", "preact/hooks", "preact/jsx-runtime"],
      }),
    },
  },
  {
    // The one place where a serial stream, and where Firmata, may be met.
    files: ["sdk/band/src/node/**/*.ts"],
    rules: {
      "no-restricted-imports": fence({
        may: ["protocol", "time"],
        npm: [
          "@serialport/stream",
          "@serialport/bindings-interface",
          "johnny-five",
          "firmata-io",
          "firmata-io/lib/transport.js",
        ],
        node: true,
      }),
    },
  },
  {
    // What needs tscircuit and JSCAD, which are installed by `npm run hardware` alone: that checks its types, too.
    files: ["hardware/*/{board,model,build}/**/*.{ts,tsx}"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    // The band's interpreter has none of what these rules suggest instead.
    files: ["firmware/src/**/*.ts"],
    rules: {
      "@typescript-eslint/prefer-optional-chain": "off",
      "@typescript-eslint/no-empty-object-type": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      // What one board has another lacks: only the board that is looked at makes a condition constant.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/restrict-plus-operands": ["error", { allowNumberAndString: true }],
    },
  },
  {
    files: ["**/test/**/*.ts", "tests/**/*.ts", "**/*.config.ts", "firmware/build/**/*.ts", "**/bench/**/*.ts"],
    rules: {
      "no-restricted-imports": "off",
      "no-restricted-globals": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
    },
  },
);
