import type { Span } from "./spans.ts";

/** Someone ahead of the others for a while, further than they usually are. */
export interface LedFinding extends Span {
  readonly member: number;
  readonly p: number;
}

export interface LedWindow extends Span {
  /** How far ahead of the others, by member; undefined where not known. */
  readonly leadMicros: readonly (number | undefined)[];
}

const SHUFFLES = 999;
const FEWEST_WINDOWS = 6;
/** Less than this nobody would notice: two touches are felt apart from 20 to 60 ms on. */
const LEAST_MICROS = 40_000;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

const heaviestRun = (values: readonly number[]): Run => {
  let best: Run = { from: 0, to: 0, weight: 0 };
  let from = 0;
  let weight = 0;
  values.forEach((value, k) => {
    if (value <= 0) {
      from = k + 1;
      weight = 0;
      return;
    }
    weight += value;
    if (weight > best.weight) best = { from, to: k + 1, weight };
  });
  return best;
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
};

const shuffled = (values: readonly number[], random: () => number): number[] => {
  const mixed = [...values];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as number, mixed[i] as number];
  }
  return mixed;
};

/**
 * Whether a member was ahead of the others for a stretch, against their own median: how a band sits shifts a phase for
 * the whole session, and that is no lead. The weight of the heaviest run of windows, against the same windows in random
 * order: a permutation test, p = (1 + as heavy) / (1 + shuffles).
 *
 * @param windows - in which the group was together, by time
 */
export const ledFindings = (
  windows: readonly LedWindow[],
  members: number,
  random: () => number,
): readonly LedFinding[] =>
  Array.from({ length: members }, (_, member) => member).flatMap((member) => {
    const known = windows.filter(({ leadMicros }) => leadMicros[member] !== undefined);
    if (known.length < FEWEST_WINDOWS) return [];
    const leads = known.map(({ leadMicros }) => leadMicros[member] ?? 0);
    const usual = median(leads);
    const ahead = leads.map((lead) => (lead - usual > LEAST_MICROS ? lead - usual : 0));
    const run = heaviestRun(ahead);
    const [first, last] = [known[run.from], known[run.to - 1]];
    if (run.weight === 0 || first === undefined || last === undefined) return [];
    let asHeavy = 0;
    for (let k = 0; k < SHUFFLES; k++) if (heaviestRun(shuffled(ahead, random)).weight >= run.weight) asHeavy++;
    return [{ member, startS: first.startS, endS: last.endS, p: (1 + asHeavy) / (1 + SHUFFLES) }];
  });
