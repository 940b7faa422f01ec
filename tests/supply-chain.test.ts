import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// What comes from elsewhere: pinned, licensed, and able to be installed without running anybody's script.

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
const json = (path: string): unknown => JSON.parse(readFileSync(`${ROOT}/${path}`, "utf8"));

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
const packages = Object.entries((json("package-lock.json") as { packages: Record<string, Locked> }).packages)
  .filter(([path, { link }]) => path.includes("node_modules/") && link !== true)
  .map(([path, locked]) => ({ name: path.replace(/^.*node_modules\//, ""), ...locked }));

const LICENCES = new Set([
  ...["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0", "Unlicense", "MPL-2.0"],
  // Tools that are not handed on: an argument parser, and a table of browsers.
  ...["Python-2.0", "CC-BY-4.0"],
  "(MIT OR GPL-2.0)",
]);
/** Packages that say it elsewhere than in their package.json. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  // LICENSE-MIT, beside it.
  temporal: "MIT",
  // This version says nothing; a later one (0.3.15) says ISC. johnny-five needs it.
  nanotimer: "ISC",
  // LICENSE: Bitstream Vera and Arev, free to embed and to hand on.
  "dejavu-fonts-ttf": "Bitstream-Vera",
};

/** Each works without: a prebuilt binary comes with it or in a package of its own. */
const MAY_HAVE_INSTALL_SCRIPTS = new Set(["@serialport/bindings-cpp", "esbuild", "koffi", "nx"]);

test("each package has a checksum and a licence that may be handed on", () => {
  expect(packages.length).toBeGreaterThan(100);
  const wrong = packages.filter(
    ({ name, license, integrity }) =>
      integrity === undefined || !(name in SAID_ELSEWHERE || (license !== undefined && LICENCES.has(license))),
  );
  expect(wrong.map(({ name, license }) => `${name}: ${license ?? "none"}`)).toEqual([]);
});

test("none but those that work without it has a script that runs at installation", () => {
  const scripts = packages.filter(({ hasInstallScript }) => hasInstallScript === true).map(({ name }) => name);
  expect(scripts.filter((name) => !MAY_HAVE_INSTALL_SCRIPTS.has(name))).toEqual([]);
});

test("each dependency is pinned to one version", () => {
  const loose = tracked
    .filter((path) => path.endsWith("package.json"))
    .flatMap((path) => {
      const { dependencies = {}, devDependencies = {} } = json(path) as Record<string, Record<string, string>>;
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${path}: ${name} ${version}`);
    });
  expect(loose).toEqual([]);
});

const isBinary = (path: string): boolean => readFileSync(`${ROOT}/${path}`).subarray(0, 8_000).includes(0);

test("docs/PROVENANCE.md says of each binary file what makes it", () => {
  const said = readFileSync(`${ROOT}/docs/PROVENANCE.md`, "utf8");
  // `docs/*.png`: a star stands for a name.
  const patterns = [...said.matchAll(/^\| `([^`]+)`/gm)].map(
    ([, pattern = ""]) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]+")}$`),
  );
  const binaries = tracked.filter(isBinary);
  expect(binaries.length).toBeGreaterThan(0);
  expect(binaries.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
  // And nothing that is not there any more.
  expect(patterns.filter((pattern) => !binaries.some((path) => pattern.test(path))).map(String)).toEqual([]);
});
