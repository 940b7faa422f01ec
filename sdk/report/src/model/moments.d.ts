import type { LedFinding } from "./led.ts";
import type { PersonModel } from "./people.ts";
import { type Span } from "./spans.ts";
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
export interface MomentsOpts {
    readonly windows: readonly Omit<WindowModel, "together">[];
    readonly people: readonly PersonModel[];
    readonly durationS: number;
    /** Tests who led in the windows that it is given. */
    readonly led: (windows: readonly Span[]) => readonly LedFinding[];
}
/** Finds moments. All tests stand or fall together, so that their false discovery rate is held for the whole report. */
export declare const findMoments: ({ windows, people, durationS, led }: MomentsOpts) => MomentsModel;
//# sourceMappingURL=moments.d.ts.map