import { type BandMessage, type ClockMap, type HostMessage, type MessageOf, type SessionMicros } from "@entrain/protocol";
import { ClockEstimator } from "@entrain/time";
import type { VirtualClock } from "@entrain/time/testing";
import type { SimulatedBand } from "../src/index.ts";
type Kind = BandMessage["kind"];
/** The host's side of the protocol, by hand and in virtual time: what a test sends is what goes over the link. */
export declare class Host {
    readonly band: SimulatedBand;
    readonly clock: VirtualClock;
    readonly estimator: ClockEstimator;
    /** Whether the band is kept in credit, and so sends samples and reports. */
    streams: boolean;
    private readonly heard;
    private told;
    private seq;
    private unasked;
    private stopContact;
    constructor(clock: VirtualClock, band: SimulatedBand);
    now(): SessionMicros;
    after(micros: number): SessionMicros;
    wait(micros: number): void;
    until(condition: () => boolean, what: string, withinMicros?: number): void;
    send(message: HostMessage, seq?: number): number;
    /** Everything of a kind so far. */
    all<K extends Kind>(kind: K): readonly MessageOf<K>[];
    /** Sends a command and waits for the result in its ack. */
    command(message: HostMessage, seq?: number): number;
    hello(): MessageOf<"hello">;
    exchangeClock(): void;
    /** Greets, measures the clock, tells the band, and stays in contact from then on. */
    begin(): MessageOf<"hello">;
    /** Credit twice a second, and clock exchanges as every host makes them. */
    keepContact(): void;
    /** The host ends: nothing more is sent. */
    endContact(): void;
    map(): ClockMap;
    private hear;
    private grant;
    private requestClock;
    private tellMap;
}
export {};
//# sourceMappingURL=host.d.ts.map