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
/**
 * Whether a member was ahead of the others for a stretch, against their own median: how a band sits shifts a phase for
 * the whole session, and that is no lead. The weight of the heaviest run of windows, against the same windows in random
 * order: a permutation test, p = (1 + as heavy) / (1 + shuffles).
 *
 * @param windows - in which the group was together, by time
 */
export declare const ledFindings: (windows: readonly LedWindow[], members: number, random: () => number) => readonly LedFinding[];
//# sourceMappingURL=led.d.ts.map