import { DISCOVERY_RATE, discoveryThreshold } from "./discovery-rate.ts";
import type { LedFinding } from "./led.ts";
import type { PersonModel } from "./people.ts";
import { lengthOf, type Span, stretches } from "./spans.ts";
import type { WindowModel } from "./windows.ts";

export type MomentKind = "came-together" | "own-rhythm" | "together-again" | "led" | "rested";

/** A moment worth looking at. `member` only on that person's own page. */
export interface Moment extends Span {
  readonly kind: MomentKind;
  readonly member?: number;
}

export interface MomentsModel {
  readonly moments: readonly Moment[];
  readonly windows: readonly WindowModel[];
  /** How many tests there were, and how many of them stand. */
  readonly tests: number;
  readonly found: number;
}

/** Less of the room above chance than this is too little to point at, however sure it is. */
const LEAST_SCORE = 0.2;
/** Shorter rests are pauses between movements. */
const REST_S = 20;

/** A stretch in which everybody who can be heard rests. */
const sharedRests = (people: readonly PersonModel[], durationS: number): readonly Moment[] => {
  const seconds = Array.from({ length: Math.floor(durationS) }, (_, s) => {
    const doing = people.map((person) => person.doing.find(({ startS, endS }) => s >= startS && s < endS)?.label);
    const heard = doing.filter((each) => each !== undefined && each !== "no-signal");
    return { startS: s, endS: s + 1, label: (heard.length > 0 && heard.every((each) => each === "resting")) || null };
  });
  return stretches(seconds)
    .filter((span) => lengthOf(span) >= REST_S)
    .map(({ startS, endS }) => ({ kind: "rested", startS, endS }));
};

const ownRests = ({ member, doing }: PersonModel): readonly Moment[] =>
  doing
    .filter((span) => span.label === "resting" && lengthOf(span) >= REST_S)
    .map(({ startS, endS }) => ({ kind: "rested", member, startS, endS }));

/** Together, plainly apart, or nothing to judge. What chance could give as well says neither, and breaks nothing off. */
const groupMoments = (windows: readonly WindowModel[]): readonly Moment[] => {
  const said = windows.filter(({ together, score }) => together || score === undefined || score < LEAST_SCORE);
  const runs = stretches(
    said.map(({ startS, endS, together, score }) => ({
      startS,
      endS,
      label: together ? "together" : score === undefined ? null : "apart",
    })),
  );
  let before = false;
  return runs.flatMap(({ startS, endS, label }): Moment[] => {
    // Before anybody came together, having a rhythm of one's own is nothing to point out.
    if (label === "apart") return before ? [{ kind: "own-rhythm", startS, endS }] : [];
    const kind = before ? "together-again" : "came-together";
    before = true;
    return [{ kind, startS, endS }];
  });
};

export interface MomentsOpts {
  readonly windows: readonly Omit<WindowModel, "together">[];
  readonly people: readonly PersonModel[];
  readonly durationS: number;
  /** Tests who led in the windows that it is given. */
  readonly led: (windows: readonly Span[]) => readonly LedFinding[];
}

/** Finds moments. All tests stand or fall together, so that their false discovery rate is held for the whole report. */
export const findMoments = ({ windows, people, durationS, led }: MomentsOpts): MomentsModel => {
  const leads = led(windows.filter(({ score }) => (score ?? 0) >= LEAST_SCORE));
  const ps = [...windows.flatMap(({ p }) => p ?? []), ...leads.map(({ p }) => p)];
  const threshold = discoveryThreshold(ps, DISCOVERY_RATE);
  const stands = (p: number | undefined): boolean => p !== undefined && p <= threshold;
  const judged = windows.map((window) => ({
    ...window,
    together: (window.score ?? 0) >= LEAST_SCORE && stands(window.p),
  }));
  const standing = leads.filter(({ p }) => stands(p));
  const moments: Moment[] = [
    ...groupMoments(judged),
    ...standing.map(({ member, startS, endS }): Moment => ({ kind: "led", member, startS, endS })),
    ...sharedRests(people, durationS),
    ...people.flatMap(ownRests),
  ];
  return {
    moments: moments.sort((a, b) => a.startS - b.startS),
    windows: judged,
    tests: ps.length,
    found: judged.filter(({ together }) => together).length + standing.length,
  };
};
