/** A column of a file, counted from 0, or by its name in the header row. */
export type ColumnRef = number | string;

export interface AxisGroup<Ref> {
  /** Undefined where a file holds one member: the file names it. */
  readonly name: string | undefined;
  /** x, y, z. */
  readonly axes: readonly [Ref, Ref, Ref];
}

/** Which columns hold the time and each member's acceleration. */
export interface ColumnLayout<Ref> {
  readonly t: Ref;
  readonly groups: readonly AxisGroup<Ref>[];
}

export type ColumnSpec = ColumnLayout<ColumnRef>;
export type Columns = ColumnLayout<number>;

/** Where nothing says otherwise. */
export const POSITIONAL: Columns = { t: 0, groups: [{ name: undefined, axes: [1, 2, 3] }] };

export const AXES = ["x", "y", "z"] as const;

/** A column with what it is wanted for, as messages name it. */
export interface NeededColumn {
  readonly column: number;
  readonly label: string;
}

export const neededColumns = ({ t, groups }: Columns): readonly NeededColumn[] => [
  { column: t, label: "t" },
  ...groups.flatMap(({ name, axes }) =>
    axes.map((column, i) => ({ column, label: `${name === undefined ? "" : `${name}.`}${AXES[i] ?? ""}` })),
  ),
];
