import { bandPass, bridged, isFlat } from "@entrain/synchrony";
import { badFile, listed, quoted, usage } from "../score/text.ts";
import type { Signals } from "../table/read-signals.ts";
import type { AnalyseSettings } from "./settings.ts";

/** What is analysed: the columns but the pacer's, over the rows asked for, filtered where that was asked for. */
export interface Members {
  readonly names: readonly string[];
  readonly signals: readonly Float64Array[];
  readonly pacer: Float64Array | undefined;
  /** Members whose column never changes, and whose column has a gap. */
  readonly flat: readonly boolean[];
  readonly gappy: readonly boolean[];
  readonly samples: number;
}

/** By its name, else by its number from 0. */
const pacerColumn = ({ names }: Signals, pacer: string): number => {
  const wanted = pacer.trim();
  const named = names.indexOf(wanted);
  const twin = names.indexOf(`${wanted}-2`);
  if (named >= 0 && twin < 0) return named;
  if (named >= 0) throw usage("--pacer a column whose name is its own", `${quoted(wanted)} twice`);
  const column = /^\d+$/.test(wanted) ? Number(wanted) : -1;
  if (column < 0 || column >= names.length) throw usage(`--pacer among ${names.join(", ")}`, quoted(pacer));
  return column;
};

/** Filters what moves; gaps stay gaps, and what never changes is left as it stands. */
const filtered = (signal: Float64Array, { bandHz, rateHz }: AnalyseSettings): Float64Array => {
  if (bandHz === undefined || isFlat(signal)) return signal;
  const { values, have } = bridged(signal);
  const passed = bandPass(values, { rateHz, lowHz: bandHz[0], highHz: bandHz[1] });
  return passed.map((value, i) => (have[i] === 1 ? value : NaN));
};

/**
 * Picks rows and columns of a file.
 *
 * @throws CliError `usage`, `bad-file`
 */
export const membersOf = (table: Signals, settings: AnalyseSettings): Members => {
  const length = table.columns[0]?.length ?? 0;
  const [from, to] = settings.rows ?? [0, length];
  if (to > length)
    throw usage(`--rows up to ${String(length)}, the rows of the file`, quoted(`${String(from)}:${String(to)}`));
  const most = (to - from - 2) >> 1;
  if (settings.lags !== undefined && settings.lags > most)
    throw usage(
      `--lags at most ${String(Math.max(0, most))}, so that ${String(to - from)} rows leave two to compare`,
      quoted(String(settings.lags)),
    );
  const pacer = settings.pacer === undefined ? -1 : pacerColumn(table, settings.pacer);
  const raw = table.columns.map((column) => column.subarray(from, to));
  const isMember = (_: unknown, k: number): boolean => k !== pacer;
  const members = raw.filter(isMember);
  if (members.length === 0) throw badFile("a column beside the pacer's", "none", { file: table.file });
  return {
    names: table.names.filter(isMember),
    signals: members.map((signal) => filtered(signal, settings)),
    pacer: pacer < 0 ? undefined : filtered(raw[pacer] ?? new Float64Array(0), settings),
    flat: members.map(isFlat),
    gappy: members.map((signal) => signal.some((value) => !Number.isFinite(value))),
    samples: to - from,
  };
};

/** Why figures are null, for a person. */
export const nullNotes = ({ names, flat, gappy, pacer }: Members): readonly string[] => {
  const flats = names.filter((_, k) => flat[k]);
  const gaps = names.filter((_, k) => gappy[k] === true && flat[k] !== true);
  return [
    ...(flats.length > 0
      ? [
          `note: nothing ever changes in ${listed(flats)}: null for ${flats.length === 1 ? "it, for its" : "them, for their"} pairs and for the group`,
        ]
      : []),
    ...(pacer !== undefined && isFlat(pacer)
      ? ["note: nothing ever changes in the pacer's column: null for what is measured by it"]
      : []),
    ...(gaps.length > 0
      ? [
          `note: cells are missing in ${listed(gaps)}: phases and lags leave them out; null for what has no place for gaps`,
        ]
      : []),
  ];
};
