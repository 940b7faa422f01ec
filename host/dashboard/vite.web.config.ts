import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** The page alone: everything that the host program does runs in the browser. A folder of files for any web server. */

const HERE = import.meta.dirname;
const EXERCISES = join(HERE, "../../sdk/pacing/exercises");

const exercises = readdirSync(EXERCISES)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => readFileSync(join(EXERCISES, file), "utf8"));

const MANIFEST = {
  name: "Entrain",
  short_name: "Entrain",
  description: "Move together: a paced pulse on every wrist, and how much of the movement is shared",
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: "#f6f4ef",
  theme_color: "#f6f4ef",
  icons: [{ src: "./favicon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
};

/** The manifest, and a service worker that keeps every file of the build. */
const offline = (): Plugin => ({
  name: "offline",
  generateBundle(_options, bundle) {
    this.emitFile({ type: "asset", fileName: "manifest.webmanifest", source: JSON.stringify(MANIFEST) });
    const files = ["./", "./favicon.svg", "./manifest.webmanifest", ...Object.keys(bundle).map((name) => `./${name}`)];
    const worker = readFileSync(join(HERE, "web/service-worker.js"), "utf8");
    // Names carry the hash of what they name, but for the page itself.
    const page =
      JSON.stringify(files) +
      Object.values(bundle)
        .map((each) => ("source" in each ? String(each.source) : each.code))
        .join("");
    const build = createHash("sha256").update(page).digest("hex").slice(0, 12);
    const source = worker.replace("ENTRAIN_FILES", JSON.stringify(files.sort())).replace("ENTRAIN_BUILD", build);
    this.emitFile({ type: "asset", fileName: "sw.js", source });
  },
});

export default defineConfig({
  root: join(HERE, "web"),
  base: "./",
  publicDir: join(HERE, "public"),
  resolve: { conditions: ["@entrain/source", "module", "browser", "development|production"] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  define: { ENTRAIN_EXERCISES: JSON.stringify(exercises) },
  plugins: [offline()],
  build: {
    outDir: join(HERE, "dist/web"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
