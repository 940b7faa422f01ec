import { defineConfig } from "vitest/config";

/** Packages are tested from their sources, so that no test ever runs a stale build. */
const fromSource = { conditions: ["@entrain/source"] };

export default defineConfig({
  resolve: fromSource,
  ssr: { resolve: fromSource },
  test: {
    globalSetup: ["./firmware/build/vitest-setup.ts"],
    include: [
      "{sdk,host,hardware}/*/test/**/*.test.ts",
      "{firmware,simulator}/test/**/*.test.ts",
      "tests/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
  },
});
