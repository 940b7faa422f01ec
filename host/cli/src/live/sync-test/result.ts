import type { Observed, Paced } from "./pace.ts";
import { type Spread, spreadOf, toMillis } from "./quantile.ts";

/** What only a simulation knows. */
export interface Truth {
  /** When each band's wearer felt a pulse begin. */
  readonly feltMicros: readonly (readonly number[])[];
  /** How far the host's idea of each band's clock was off, second by second. */
  readonly clockErrorMicros: readonly (readonly number[])[];
  /** How often that was more than the host's own bound. */
  readonly outsideBound: readonly number[];
}

export interface BandResult {
  readonly name: string;
  readonly board: string;
  readonly beats: number;
  readonly missing: number;
  /** When it says that its pulses were felt (commanded, and its motor's lag), against the beat; ms. */
  readonly offsetMillis: Spread;
  readonly latenessMillis: Spread;
  readonly clock: { readonly boundMillis: number | null; readonly skewPpm: number | null };
  readonly link: {
    readonly framesReceived: number;
    readonly framesBad: number;
    readonly repeats: number;
    readonly reconnections: number;
    readonly samplesMissed: number;
  };
  readonly truth?: { readonly offsetMillis: Spread; readonly clockErrorMillis: Spread; readonly outsideBound: number };
}

/** What `--json` prints. */
export interface SyncTestResult {
  readonly simulated: boolean;
  readonly bpm: number;
  readonly seconds: number;
  readonly beats: number;
  /** How far apart the bands say that they were felt, beat by beat. */
  readonly spreadMillis: Spread;
  /** What the design asks for at p95: 10 ms with one kind of motor, 20 ms with more. */
  readonly targetMillis: number;
  readonly bands: readonly BandResult[];
  readonly truth?: { readonly spreadMillis: Spread };
}

const ONE_KIND_MILLIS = 10;
const MIXED_MILLIS = 20;

/** For each beat the time nearest to it, less the beat; NaN where none lies within half a period. */
export const offsetsFrom = ({ beatsMicros, periodMicros }: Paced, times: readonly number[]): readonly number[] =>
  beatsMicros.map((tBeat) => {
    const nearest = times.reduce((best, t) => (Math.abs(t - tBeat) < Math.abs(best) ? t - tBeat : best), Infinity);
    return Math.abs(nearest) < periodMicros / 2 ? nearest : NaN;
  });

/** Of each beat that all played: from the first to the last of them. */
export const spreadsAcross = (members: readonly (readonly number[])[]): readonly number[] =>
  (members[0] ?? []).flatMap((_, beat) => {
    const each = members.map((offsets) => offsets[beat] ?? NaN);
    const spread = Math.max(...each) - Math.min(...each);
    return Number.isNaN(spread) ? [] : [spread];
  });

const known = (values: readonly number[]): readonly number[] => values.filter((value) => !Number.isNaN(value));

/** When a band's pulses were felt, as far as it knows. */
export const saidMicros = ({ band, pulses }: Observed): readonly number[] =>
  pulses.map(({ onMicros }) => onMicros + (band.info?.motorLagMicros ?? 0));

const bandResult = (paced: Paced, observed: Observed, member: number, truth: Truth | undefined): BandResult => {
  const { band, pulses, samplesMissed } = observed;
  const offsets = offsetsFrom(paced, saidMicros(observed));
  const [{ received, repeats, reconnections }, map] = [band.statistics(), band.clockMap()];
  const first = paced.beatsMicros[0] ?? 0;
  return {
    name: band.name,
    board: band.info?.boardId ?? "unknown",
    beats: offsets.length,
    missing: offsets.length - known(offsets).length,
    offsetMillis: spreadOf(known(offsets)),
    latenessMillis: spreadOf(
      pulses.filter(({ onMicros }) => onMicros >= first).map((pulse) => pulse.onMicros - pulse.plannedMicros),
    ),
    clock: {
      boundMillis: map === undefined ? null : toMillis(map.errorMicros),
      skewPpm: map === undefined ? null : Math.round((map.bandPerSession - 1) * 1e7) / 10,
    },
    link: {
      framesReceived: received.frames,
      framesBad: Object.values(received.errors).reduce((sum, count) => sum + count, 0),
      repeats,
      reconnections,
      samplesMissed,
    },
    ...(truth && {
      truth: {
        offsetMillis: spreadOf(known(offsetsFrom(paced, truth.feltMicros[member] ?? []))),
        clockErrorMillis: spreadOf(truth.clockErrorMicros[member] ?? []),
        outsideBound: truth.outsideBound[member] ?? 0,
      },
    }),
  };
};

/** All figures of a test. */
export const resultOf = (paced: Paced, bpm: number, seconds: number, truth: Truth | undefined): SyncTestResult => {
  const bands = paced.members.map((observed, member) => bandResult(paced, observed, member, truth));
  const isOneKind = new Set(bands.map(({ board }) => board)).size <= 1;
  return {
    simulated: truth !== undefined,
    bpm,
    seconds,
    beats: paced.beatsMicros.length,
    spreadMillis: spreadOf(spreadsAcross(paced.members.map((observed) => offsetsFrom(paced, saidMicros(observed))))),
    targetMillis: isOneKind ? ONE_KIND_MILLIS : MIXED_MILLIS,
    bands,
    ...(truth && {
      truth: { spreadMillis: spreadOf(spreadsAcross(truth.feltMicros.map((felt) => offsetsFrom(paced, felt)))) },
    }),
  };
};
