import { AXES, type ColumnRef, type ColumnSpec } from "./columns.ts";
import { quoted, usage } from "./text.ts";

const FORM = "--columns as t=0,x=1,y=2,z=3 (numbers from 0, or header names)";
const KEY = /^(?:(.+)\.)?([txyz])$/;

const fail = (found: string): Error => usage(FORM, found);

const parseEntry = (entry: string): readonly [string, ColumnRef] => {
  const at = entry.indexOf("=");
  const key = entry.slice(0, at).trim();
  const value = entry.slice(at + 1).trim();
  if (at < 0 || value === "" || !KEY.test(key) || key.endsWith(".t")) throw fail(quoted(entry));
  return [key, /^\d+$/.test(value) ? Number(value) : value];
};

/**
 * Reads `--columns`.
 *
 * @example parseColumns("t=0,right.x=1,right.y=2,right.z=3").groups[0].name === "right"
 * @throws CliError `usage`
 */
export const parseColumns = (text: string): ColumnSpec => {
  const refs = new Map<string, ColumnRef>();
  for (const entry of text.split(",")) {
    const [key, ref] = parseEntry(entry);
    if (refs.has(key)) throw fail(`${key} twice`);
    if ([...refs.values()].includes(ref)) throw fail(`column ${quoted(String(ref))} twice`);
    refs.set(key, ref);
  }
  const take = (key: string): ColumnRef => {
    const ref = refs.get(key);
    if (ref === undefined) throw fail(`no ${key} in ${quoted(text)}`);
    return ref;
  };
  const names = new Set([...refs.keys()].filter((key) => key !== "t").map((key) => KEY.exec(key)?.[1]));
  if (names.size > 1 && names.has(undefined)) throw fail("axes with and without a member's name");
  if (names.size === 0) names.add(undefined);
  const groups = [...names].map((name) => {
    const [x, y, z] = AXES.map((axis) => take(name === undefined ? axis : `${name}.${axis}`)) as [
      ColumnRef,
      ColumnRef,
      ColumnRef,
    ];
    return { name, axes: [x, y, z] as const };
  });
  return { t: take("t"), groups };
};
