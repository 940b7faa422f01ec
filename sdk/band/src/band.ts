import type { BurstSamples, ClockMap, Manner, MessageOf, ReceiveStatistics, SessionMicros } from "@entrain/protocol";
import type { ClockExchange } from "@entrain/time";

/** Where a band is worn or held. */
export type Placement = "wrist" | "ankle" | "waist" | "hand";

/** What a band says of itself. */
export type BandInfo = Omit<MessageOf<"hello">, "kind">;

export type BandLinkState =
  /** Looking for the port, or waiting for the hello. */
  | "connecting"
  /** Answering, but its clock is not known well enough to play. */
  | "measuring"
  | "ready"
  /** Its link is gone; it will be looked for again. */
  | "no-signal"
  | "closed";

/** Samples of the IMU, as they came. */
export interface BandSamples extends BurstSamples {
  readonly kind: "samples";
  /** Samples that the band took but could not send, since the burst before. */
  readonly missed: number;
}

/** A pulse that the band's motor played. */
export interface BandPulse {
  readonly kind: "pulse";
  readonly onMicros: SessionMicros;
  readonly plannedMicros: SessionMicros;
  readonly durationMicros: number;
  readonly pulseIndex: number;
  readonly revision: number;
  /** 0 to 255. */
  readonly strength: number;
}

/** The arm of a band that leads struck something. */
export interface BandOnset {
  readonly kind: "onset";
  readonly onsetMicros: SessionMicros;
  /** About how hard, in g. */
  readonly strengthG: number;
}

/** An exchange with the band's clock, and the map that holds from it on. */
export interface BandClockExchange {
  readonly kind: "clock";
  readonly exchange: ClockExchange;
  readonly map: ClockMap | undefined;
}

/** What a wearer can do on the band; `tap` is a press while stopped, `ownRhythm` a rhythm started with no host. */
export type WearerDid = "stop" | "resume" | "dim" | "tap" | "manner" | "ownRhythm";

export interface BandWearer {
  readonly kind: "wearer";
  readonly action: WearerDid;
  readonly wearerCap: number;
  /** When, as far as the band's clock is known. */
  readonly didMicros?: SessionMicros;
}

export type BandEvent =
  | BandSamples
  | BandPulse
  | BandOnset
  | BandWearer
  | { readonly kind: "health"; readonly health: MessageOf<"health"> }
  | { readonly kind: "error"; readonly code: number; readonly detail: number }
  | { readonly kind: "state"; readonly state: BandLinkState }
  | BandClockExchange;

export interface BandStatistics {
  readonly received: ReceiveStatistics;
  readonly commandsSent: number;
  readonly repeats: number;
  readonly reconnections: number;
}

/** A plan as it goes to a band. */
export type BandPlan = Omit<MessageOf<"plan">, "kind">;

/**
 * One band, whatever it hangs on. Commands resolve when the band has confirmed them and reject with a `BandError`; all
 * of them may be repeated without harm.
 */
export interface Band {
  readonly name: string;
  readonly placement: Placement;
  /** `bridged`: its movement comes along one axis, 16 to 20 times a second, a little late. */
  readonly signal?: "direct" | "bridged";
  readonly state: BandLinkState;
  /** Undefined until the first hello. */
  readonly info: BandInfo | undefined;
  /** How the session clock maps onto the band's, with its error bound now. */
  clockMap(): ClockMap | undefined;
  statistics(): BandStatistics;
  on(listener: (event: BandEvent) => void): () => void;
  /** Opens the link and keeps it open: a link that ends is opened again until `close`. Resolves at the first hello. */
  connect(): Promise<void>;
  /** A few soft pulses, 1 to 5, to tell which band this is. */
  identify(count: number): Promise<void>;
  setPlan(plan: BandPlan): Promise<void>;
  start(revision: number, fromMicros: SessionMicros): Promise<void>;
  /** Fades and rests. */
  stop(fadeMillis: number): Promise<void>;
  /** Motor off. Overtakes whatever is under way, and resolves only when the band has confirmed it. */
  stopAll(): Promise<void>;
  /** An upper limit for strength, 0 to 255; can only lower what the wearer set. */
  cap(strength: number): Promise<void>;
  /** Asks for a gentler way to be paced than there is; the wearer alone goes back. */
  setManner(manner: keyof typeof Manner): Promise<void>;
  /**
   * One pulse at once, ahead of whatever else waits to be sent, and once: it rejects where it cannot leave before its
   * expiry, and where the band drops it.
   */
  pulseNow(pulse: Omit<MessageOf<"pulseNow">, "kind">): Promise<void>;
  /** Whether the band tells of movement onsets. A band that starts anew, or whose link comes back, does not. */
  lead(isLeading: boolean): Promise<void>;
  close(): Promise<void>;
}
