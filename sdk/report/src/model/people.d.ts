import { type ExportedReading, type RecordedSession } from "@entrain/recording";
import { type Labelled } from "./spans.ts";
/** In the words that a page shows. */
export type Doing = "moving" | "finding" | "resting" | "no-signal";
export interface TempoPoint {
    readonly tS: number;
    readonly bpm: number;
}
export interface PersonModel {
    /** Place in `config.members`. */
    readonly member: number;
    readonly name: string;
    readonly doing: readonly Labelled<Doing>[];
    readonly tempo: readonly TempoPoint[];
    /** Seconds in which it can be told whether they moved with the pulse, and those in which they did. */
    readonly pulseKnownS: number;
    readonly withPulseS: number;
}
/** One person over time. @param readings - by time, about one a second */
export declare const personModel: (session: RecordedSession, readings: readonly ExportedReading[], member: number, name: string) => PersonModel;
//# sourceMappingURL=people.d.ts.map