import { quoted, usage } from "../score/text.ts";
import { colonPair, decimalOf, positiveNumber, wholeOf } from "../table/number-option.ts";

/** The options as commander hands them over. */
export interface RawAnalyseOpts {
  readonly rate?: string;
  readonly rows?: string;
  readonly band?: string;
  readonly pacer?: string;
  readonly nm?: string;
  readonly lags?: string;
  readonly mdrqa?: string;
  readonly decimate?: string;
  readonly json?: boolean;
}

export interface AnalyseSettings {
  readonly rateHz: number;
  /** From, and up to but without. */
  readonly rows?: readonly [number, number];
  readonly bandHz?: readonly [number, number];
  readonly pacer?: string;
  readonly nm?: readonly [number, number];
  readonly lags?: number;
  readonly mdrqa?: { readonly radius: number; readonly decimate: number };
  readonly json: boolean;
}

const rowsOf = (text: string): readonly [number, number] => {
  const rows = colonPair("--rows as A:B, from 0, B excluded", text, wholeOf);
  if (rows[0] >= rows[1]) throw usage("--rows A:B with A below B", quoted(text));
  return rows;
};

const bandOf = (text: string, rateHz: number): readonly [number, number] => {
  const band = colonPair("--band as LO:HI in Hz", text, decimalOf);
  if (!(band[0] < band[1] && band[1] <= rateHz / 2))
    throw usage(`--band LO:HI with LO below HI and HI at most ${String(rateHz / 2)} Hz, half the rate`, quoted(text));
  return band;
};

const MOST_TURNS = 100;

const nmOf = (text: string): readonly [number, number] => {
  const nm = colonPair("--nm as N:M, whole numbers from 1", text, wholeOf);
  if (nm.some((n) => n < 1 || n > MOST_TURNS)) throw usage("--nm as N:M, whole numbers from 1 to 100", quoted(text));
  return nm;
};

const wholeOption = (option: string, least: number, text: string): number => {
  const value = wholeOf(text);
  if (value === undefined || value < least) throw usage(`${option} a whole number from ${String(least)}`, quoted(text));
  return value;
};

const mdrqaOf = ({ mdrqa, decimate }: RawAnalyseOpts): AnalyseSettings["mdrqa"] => {
  if (mdrqa === undefined) {
    if (decimate !== undefined) throw usage("--decimate together with --mdrqa RADIUS", "--decimate alone");
    return undefined;
  }
  return {
    radius: positiveNumber("--mdrqa", "standard deviations")(mdrqa),
    decimate: decimate === undefined ? 1 : wholeOption("--decimate", 1, decimate),
  };
};

/**
 * Everything that can be wrong before the file is opened.
 *
 * @throws CliError `usage`
 */
export const parseAnalyseSettings = (raw: RawAnalyseOpts): AnalyseSettings => {
  if (raw.rate === undefined) throw usage("--rate HZ, samples a second", "none");
  const rateHz = positiveNumber("--rate", "Hz")(raw.rate);
  const mdrqa = mdrqaOf(raw);
  return {
    rateHz,
    ...(raw.rows !== undefined && { rows: rowsOf(raw.rows) }),
    ...(raw.band !== undefined && { bandHz: bandOf(raw.band, rateHz) }),
    ...(raw.pacer !== undefined && { pacer: raw.pacer }),
    ...(raw.nm !== undefined && { nm: nmOf(raw.nm) }),
    ...(raw.lags !== undefined && { lags: wholeOption("--lags", 1, raw.lags) }),
    ...(mdrqa !== undefined && { mdrqa }),
    json: raw.json ?? false,
  };
};
