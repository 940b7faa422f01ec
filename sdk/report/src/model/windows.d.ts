import type { ExportedReading, RecordedSession } from "@entrain/recording";
import type { Verdict, WindowScore } from "@entrain/synchrony";
import type { Span } from "./spans.ts";
/** One window of the group, in seconds from the start. */
export interface WindowModel extends Span {
    readonly verdict: Verdict;
    /** Chance-corrected: 0 is chance, 1 is alike. */
    readonly score: number | undefined;
    /** What chance gives, before the correction. */
    readonly chance: number | undefined;
    /** Of the statistic that showed most, times the number of statistics that were looked at. */
    readonly p: number | undefined;
    readonly reason: string | undefined;
    /** Shared more than chance would have it, with the rate of false finds controlled. */
    readonly together: boolean;
}
/** Windows that do not overlap: scored anew, or else those of the live readings. */
export declare const windowModels: (session: RecordedSession, scored: readonly WindowScore[], readings: readonly ExportedReading[]) => readonly Omit<WindowModel, "together">[];
//# sourceMappingURL=windows.d.ts.map