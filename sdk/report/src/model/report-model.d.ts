import type { ReportInput } from "./input.ts";
import { type MomentsModel } from "./moments.ts";
import { type PersonModel } from "./people.ts";
import type { Span } from "./spans.ts";
export interface BlockModel extends Span {
    readonly exercise: string | undefined;
    readonly theme: string | undefined;
    readonly bpm: number | undefined;
}
/** Somebody's words, at a time. */
export interface Said {
    readonly tS: number;
    readonly text: string;
    readonly member?: number;
}
export interface ReportModel extends MomentsModel {
    readonly title: string;
    readonly startedAt: string;
    readonly durationS: number;
    readonly simulated: boolean;
    readonly people: readonly PersonModel[];
    readonly blocks: readonly BlockModel[];
    readonly markers: readonly Said[];
    readonly notes: readonly Said[];
    readonly checkIns: readonly Said[];
    readonly checkOuts: readonly Said[];
    readonly impression: string | undefined;
    readonly windowS: number;
    readonly engine: string;
    readonly software: string;
    /** What could not be read of the file. */
    readonly warnings: number;
    readonly scores: boolean;
}
/** Everything that a report says, worked out; how it says it is another matter. */
export declare const reportModel: (input: ReportInput) => Promise<ReportModel>;
//# sourceMappingURL=report-model.d.ts.map