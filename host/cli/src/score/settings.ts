import type { ColumnSpec } from "./columns.ts";
import { parseColumns } from "./columns-option.ts";
import { parseRecordingArgument, type RecordingArgument } from "./recordings-option.ts";
import { parseStarts } from "./start-option.ts";
import { oneLine, quoted, usage } from "./text.ts";
import type { AccelUnit, TimeUnit } from "./units.ts";

/** The options as commander hands them over. */
export interface RawScoreOpts {
  readonly columns?: string;
  readonly timeUnit: string;
  readonly accelUnit: string;
  readonly start: readonly string[];
  readonly window: string;
  readonly members?: string;
  readonly pacer?: string;
  readonly seed: string;
  readonly out?: string;
  readonly json?: boolean;
}

export interface ScoreSettings {
  readonly recordings: readonly RecordingArgument[];
  readonly columns?: ColumnSpec;
  readonly timeUnit: TimeUnit;
  readonly accelUnit: AccelUnit;
  readonly startsMs: ReadonlyMap<string, number>;
  readonly windowS: number;
  readonly members?: readonly string[];
  /** Beats a minute. */
  readonly pacerBpm?: number;
  readonly seed: number;
  readonly out?: string;
  readonly json: boolean;
}

/** What a pulse can be, on a band as here. */
const SLOWEST_BPM = 4;
const FASTEST_BPM = 240;

const oneOf = <T extends string>(option: string, choices: readonly T[], text: string): T => {
  const choice = choices.find((value) => value === text);
  if (choice === undefined) throw usage(`${option} ${choices.join(", ")}`, quoted(text));
  return choice;
};

const windowOf = (text: string): number => {
  const windowS = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(windowS >= 5 && windowS <= 600)) throw usage("--window 5 to 600 seconds", quoted(text));
  return windowS;
};

const pacerOf = (text: string): number => {
  const bpm = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(bpm >= SLOWEST_BPM && bpm <= FASTEST_BPM)) throw usage("--pacer 4 to 240 beats a minute", quoted(text));
  return bpm;
};

const seedOf = (text: string): number => {
  const seed = /^[-+]?\d+$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(seed)) throw usage("--seed a whole number", quoted(text));
  return seed;
};

const membersOf = (text: string): readonly string[] => {
  const names = text.split(",").map(oneLine);
  if (names.includes("")) throw usage("--members as NAME,NAME", quoted(text));
  return names;
};

/**
 * Everything that can be wrong before a file is opened.
 *
 * @throws CliError `usage`
 */
export const parseSettings = (recordings: readonly string[], raw: RawScoreOpts): ScoreSettings => {
  if (recordings.length === 0) throw usage("at least one RECORDING", "none");
  if (raw.out === "") throw usage("--out DIR", quoted(""));
  return {
    recordings: recordings.map(parseRecordingArgument),
    ...(raw.columns !== undefined && { columns: parseColumns(raw.columns) }),
    timeUnit: oneOf("--time-unit", ["ns", "us", "ms", "s"], raw.timeUnit),
    accelUnit: oneOf("--accel-unit", ["g", "ms2"], raw.accelUnit),
    startsMs: parseStarts(raw.start),
    windowS: windowOf(raw.window),
    ...(raw.members !== undefined && { members: membersOf(raw.members) }),
    ...(raw.pacer !== undefined && { pacerBpm: pacerOf(raw.pacer) }),
    seed: seedOf(raw.seed),
    ...(raw.out !== undefined && { out: raw.out }),
    json: raw.json ?? false,
  };
};
