import { axisCell, plainCell } from "./axis-cell.ts";
import type { AxisGroup, ColumnRef, Columns, ColumnSpec } from "./columns.ts";

const TIME =
  /^(t|time|times|timestamp|ts|datetime|seconds|elapsed|elapsed time|seconds elapsed|time elapsed)( (s|sec|ms|us|ns|seconds|millis|micros|nanos))?$/;

/**
 * The columns a header row names: a time and x, y, z of one member, or of several by name.
 *
 * @returns undefined where the row is no such header
 */
export const columnsFromHeader = (cells: readonly string[]): Columns | undefined => {
  const t = cells.findIndex((cell) => TIME.test(plainCell(cell)));
  if (t < 0) return undefined;
  const found = new Map<string, { name: string | undefined; axes: (number | undefined)[] }>();
  cells.forEach((cell, column) => {
    const named = axisCell(cell);
    if (named === undefined) return;
    const group = found.get(named.key) ?? { name: named.name, axes: [] };
    group.axes[named.axis] ??= column;
    found.set(named.key, group);
  });
  const groups: AxisGroup<number>[] = [];
  for (const { name, axes } of found.values()) {
    const [x, y, z] = axes;
    if (x !== undefined && y !== undefined && z !== undefined) groups.push({ name, axes: [x, y, z] });
  }
  // Axes without a name are the one accelerometer; what has a name beside them is something else the device measured.
  const unnamed = groups.filter(({ name }) => name === undefined);
  const chosen = unnamed.length > 0 ? unnamed : groups;
  return chosen.length === 0 ? undefined : { t, groups: chosen };
};

/** The columns of a specification, its names looked up in a header row; undefined where the row lacks one of them. */
export const columnsFromNames = ({ t, groups }: ColumnSpec, cells: readonly string[]): Columns | undefined => {
  const names = cells.map((cell) => cell.trim());
  const find = (ref: ColumnRef): number => (typeof ref === "number" ? ref : names.indexOf(ref));
  const columns = {
    t: find(t),
    groups: groups.map(({ name, axes: [x, y, z] }) => ({ name, axes: [find(x), find(y), find(z)] as const })),
  };
  return [columns.t, ...columns.groups.flatMap(({ axes }) => axes)].includes(-1) ? undefined : columns;
};

/** The header names a specification needs. */
export const namesIn = ({ t, groups }: ColumnSpec): readonly string[] =>
  [t, ...groups.flatMap(({ axes }) => [...axes])].filter((ref) => typeof ref === "string");
