import { pathToFileURL } from "node:url";

/**
 * Runs a module at build time and returns a module of literals in its place, so that tables of constants cost the band
 * nothing but the numbers that it uses.
 *
 * @param path - a module whose exports are numbers, strings or arrays of them; functions stay behind
 */
export const evaluateConstants = async (path: string): Promise<string> => {
  const exports = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  return Object.entries(exports)
    .filter(([, value]) => typeof value !== "function")
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join("\n");
};
