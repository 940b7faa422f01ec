/**
 * The one message table. Types, codecs, the layout constants inside the firmware and the table in SPEC.md all follow
 * from it; nothing else in the project states where a field lies.
 *
 * Fields lie one behind the other in the order written here, each on its natural alignment (a test holds that), so that
 * a band reads and writes them through typed-array views. A trailing field, if any, comes last and takes the rest.
 *
 * Times are float64 microseconds on the clock that the kind names. `strength` is in 1/255 of what the board allows.
 */

/** Kinds of fixed size, and their bytes on the wire. */
export const FIELD_BYTES = {
  bandMicros: 8,
  sessionMicros: 8,
  f64: 8,
  u32: 4,
  u16: 2,
  u8: 1,
  ascii8: 8,
  ascii16: 16,
} as const;

export type FixedKind = keyof typeof FIELD_BYTES;
/** A trailing field: `i16s` and `f64s` are arrays, `utf8` a text; the length follows from the frame's. */
export type TrailingKind = "i16s" | "f64s" | "utf8";
export type FieldKind = FixedKind | TrailingKind;

export interface MessageShape {
  /** First byte of the frame. */
  readonly type: number;
  readonly from: "host" | "band";
  readonly fields: Readonly<Record<string, FieldKind>>;
}

export const messages = {
  /** Asks who is there. Opens every connection; resets the credit count and the band's idea of the host's sequence. */
  helloRequest: { type: 0x01, from: "host", fields: { protocolVersion: "u16" } },
  /** First half of a clock exchange. Counts as contact. */
  clockRequest: { type: 0x02, from: "host", fields: { hostSentMicros: "sessionMicros" } },
  /** The band may send this many unasked frames in all since the hello. Cumulative, so repeating it does no harm. */
  credit: { type: 0x03, from: "host", fields: { upTo: "u32" } },
  /** How the session clock maps onto the band's: band = bandRef + (session − sessionRef) · bandPerSession. */
  clockMap: {
    type: 0x04,
    from: "host",
    fields: { sessionRef: "sessionMicros", bandRef: "bandMicros", bandPerSession: "f64", errorMicros: "f64" },
  },
  /** What to pulse. Stored whole, under its revision; nothing plays before a start names it. */
  plan: {
    type: 0x05,
    from: "host",
    fields: {
      /** When beat 0 is felt. */
      beatZeroMicros: "sessionMicros",
      revision: "u32",
      /** Beats in all; 0 = until stopped. */
      totalBeats: "u32",
      /** With totalBeats: strength falls to nothing over this time before the end. */
      fadeMillis: "u32",
      pulseMillis: "u16",
      /** Bit k set: beat k of the bar is accented. */
      accentMask: "u16",
      /** Bit k set: beat k of the bar is silent. */
      muteMask: "u16",
      beatsPerBar: "u8",
      /** Pulses a beat, 1 to 4. */
      subdivision: "u8",
      strength: "u8",
      accentStrength: "u8",
      /**
       * 0, or over so many beats of each bar strength rises, from a little above `strength` to `accentStrength`; over the
       * others it falls again to `strength`. Accents then mean nothing.
       */
      swellBeats: "u8",
      reserved: "u8",
      /** Triples (beats, periodMicros, periodStepMicros); beats 0 = holds for ever, last triple only. */
      segments: "f64s",
    },
  },
  /** From this session time on, the stored plan of this revision plays, in place of whatever played before. */
  start: { type: 0x06, from: "host", fields: { fromMicros: "sessionMicros", revision: "u32" } },
  /** Ends the plan with a fade; the band rests. */
  stop: { type: 0x07, from: "host", fields: { fadeMillis: "u16" } },
  /** Motor off now, plan dropped. May overtake a frame that still awaits its ack. */
  stopAll: { type: 0x08, from: "host", fields: {} },
  /** One pulse at once (mirroring). Dropped when it arrives after its expiry. */
  pulseNow: {
    type: 0x09,
    from: "host",
    fields: { expiresMicros: "sessionMicros", durationMillis: "u16", strength: "u8", reserved: "u8" },
  },
  /** An upper limit for strength. Can only lower what the wearer has set. */
  cap: { type: 0x0a, from: "host", fields: { strength: "u8" } },
  /** Pulses so many short, soft pulses (1 to 5), to tell which band this is. */
  identify: { type: 0x0b, from: "host", fields: { count: "u8" } },
  /** How long after the command this very band's wearer feels a soft pulse; at most 150 ms. The band keeps it for good. */
  setLag: { type: 0x0c, from: "host", fields: { lagMicros: "u32" } },
  /** What a band does to be measured, only while it rests; see `CalibrateStep`. */
  calibrate: { type: 0x0d, from: "host", fields: { step: "u8" } },
  /** How pulses reach the wearer, one of `Manner`. A host can only ask for a gentler one than there is. */
  manner: { type: 0x0f, from: "host", fields: { manner: "u8" } },
  /** Whether this band leads: it then tells of movement onsets; 0 = no longer. Forgotten at every hello. */
  lead: { type: 0x10, from: "host", fields: { isOn: "u8" } },
  /** Which band of which group this is where it is reached by a bridge (AIR.md); 0 = of none. The band keeps it for good. */
  airNumber: { type: 0x14, from: "host", fields: { group: "u16", number: "u8" } },

  /** The answer to helloRequest, in every version of the protocol at these offsets. */
  hello: {
    type: 0x81,
    from: "band",
    fields: {
      protocolVersion: "u16",
      capabilities: "u16",
      /** Differs from boot to boot: a change means a new clock epoch. */
      bootId: "u32",
      /** g for one step of an acceleration value. */
      accelScaleG: "f64",
      /** deg/s for one step of a rotation value; 0 where there is no gyroscope. */
      gyroScaleDps: "f64",
      /** From command to felt, what the band subtracts before it plays. */
      motorLagMicros: "f64",
      bandId: "u32",
      /** The highest credit that the band lets stand ahead of what it has sent. */
      maxCredit: "u16",
      wearerCap: "u8",
      state: "u8",
      boardId: "ascii16",
      firmwareVersion: "ascii8",
      interpreterVersion: "ascii8",
    },
  },
  /** Second half of a clock exchange. */
  clockReply: {
    type: 0x82,
    from: "band",
    fields: { hostSentMicros: "sessionMicros", bandReceivedMicros: "bandMicros", bandSentMicros: "bandMicros" },
  },
  /** Every command gets one, once done or refused; {@link AckResult} says which. */
  ack: { type: 0x83, from: "band", fields: { ackedSeq: "u16", ackedType: "u8", result: "u8" } },
  /** Up to four samples of the IMU in raw steps; timestamps at both ends, by the band's clock. */
  imuBurst: {
    type: 0x84,
    from: "band",
    fields: {
      tFirstMicros: "bandMicros",
      tLastMicros: "bandMicros",
      /** Index of the first sample since boot; a gap in it is what the band had to drop. */
      firstIndex: "u32",
      /** 3: acceleration x y z. 6: rotation x y z, then acceleration x y z (the order of the chip's FIFO). */
      axes: "u16",
      reserved: "u16",
      samples: "i16s",
    },
  },
  /** A pulse as it was really commanded. */
  pulsePlayed: {
    type: 0x85,
    from: "band",
    fields: {
      /** When the motor was switched on. */
      onMicros: "bandMicros",
      /** When the plan wanted it switched on, lag already subtracted. */
      plannedMicros: "bandMicros",
      /** beat · subdivision + part; 0xffffffff for identify and pulseNow. */
      pulseIndex: "u32",
      revision: "u32",
      durationMillis: "u16",
      strength: "u8",
      reserved: "u8",
    },
  },
  wearerEvent: { type: 0x86, from: "band", fields: { tMicros: "bandMicros", event: "u8", wearerCap: "u8" } },
  /** About once in five seconds. */
  health: {
    type: 0x87,
    from: "band",
    fields: {
      tMicros: "bandMicros",
      framesGood: "u32",
      framesBad: "u32",
      /** Times the limiter had to withhold a pulse: 0 on any valid plan. */
      pulsesWithheld: "u32",
      samplesDropped: "u32",
      freeVariables: "u16",
      /** Latest that a pulse was commanded since the last report. */
      worstLatenessMicros: "u16",
      /** 0 to 100; 255 = not known. */
      batteryPercent: "u8",
      state: "u8",
    },
  },
  error: { type: 0x88, from: "band", fields: { tMicros: "bandMicros", detail: "u32", code: "u8" } },
  /** Free text for whoever debugs a band. */
  note: { type: 0x89, from: "band", fields: { text: "utf8" } },
  /** The arm of a band that leads struck something: a drum, another hand. */
  movementOnset: {
    type: 0x8a,
    from: "band",
    fields: {
      tMicros: "bandMicros",
      /** Force on the arm in one reading taken just then, in g, squared: 1 at rest. Roughly how hard it was. */
      forceSquaredG: "u8",
    },
  },
} as const satisfies Record<string, MessageShape>;

export type MessageKind = keyof typeof messages;
