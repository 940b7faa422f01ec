import type { BoardId } from "@entrain/boards";
import { type MessageOf, type SessionMicros } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { type Faults } from "../src/index.ts";
import { Host } from "./host.ts";
export type LinkKind = "usb" | "ble";
export interface RigOpts {
    readonly board?: BoardId;
    readonly link?: LinkKind;
    readonly clock?: VirtualClock;
    readonly name?: string;
    readonly skewPpm?: number;
    readonly driftPpmPerHour?: number;
    readonly toDevice?: Faults;
    /** Of a BLE link; in force two seconds after it was made. */
    readonly intervalMicros?: number;
}
/** One band at rest on a table, a link, and a host that has not spoken yet. */
export declare const rig: (seed: number, opts?: RigOpts) => Host;
/** A plan that a test may bend: 120 a minute, pulses of 60 ms. */
export declare const planOf: (change: Partial<MessageOf<"plan">> & Pick<MessageOf<"plan">, "beatZeroMicros">) => MessageOf<"plan">;
/** Greets, and starts a plan 600 ms from now. @returns when beat 0 is to be felt */
export declare const play: (host: Host, change?: Partial<MessageOf<"plan">>) => SessionMicros;
export declare const startPlan: (host: Host, change?: Partial<MessageOf<"plan">>) => SessionMicros;
/** Lets time pass until a pulse has just begun. */
export declare const untilPulseBegins: (host: Host) => void;
export interface Pulse {
    readonly onMicros: number;
    /** Now, while it lasts. */
    readonly offMicros: number;
}
/** Pulses as a wrist feels them: a change of strength begins none, and neither does a gap too short to feel. */
export declare const pulsesOf: ({ band, clock }: Host) => readonly Pulse[];
export declare const pulsesAfter: (host: Host, tMicros: number) => readonly Pulse[];
export declare const longestMicros: (pulses: readonly Pulse[]) => number;
/** The most that the motor was on in any ten seconds. */
export declare const mostInTenSecondsMicros: (pulses: readonly Pulse[]) => number;
/** The share p of the values lies at or below this one. */
export declare const quantile: (values: readonly number[], p: number) => number;
export declare const expectWithinLimits: (host: Host, what?: string) => void;
//# sourceMappingURL=rig.d.ts.map