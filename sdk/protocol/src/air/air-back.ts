import type { AirError } from "./air-errors.ts";
import {
  AIR_BACK_BAND_AT,
  AIR_BACK_BODY_AT,
  AIR_BACK_HEARD_AT,
  AIR_BACK_REVISION_AT,
  AIR_BACK_STAMP_AT,
  AIR_BACK_STATE_AT,
  AIR_COUNT_SHIFT,
  AIR_GROUP_AT,
  AIR_HAS_SIGNAL,
  AIR_PAYLOAD_BYTES,
  AIR_SAMPLES,
  AIR_SCALE_SHIFT,
  AIR_STATE_MASK,
  AIR_STATUS_BATTERY_AT,
  AIR_STATUS_BOOT_AT,
  AIR_STATUS_BYTES,
  AIR_STATUS_WEARER_ACTION_AT,
  AIR_STATUS_WEARER_CAP_AT,
  AIR_STATUS_WEARER_COUNT_AT,
  AIR_STATUS_WEARER_STAMP_AT,
  AIR_TAG_BYTES,
  AIR_UPRIGHT,
  MAX_AIR_COMMAND,
  MAX_AIR_BANDS,
  MAX_AIR_SCALE,
} from "./air-layout.ts";

/** What every advert of a band says. */
interface AirBackHead {
  /** 1 to 32. */
  readonly band: number;
  /** One of `BandState`. */
  readonly state: number;
  /** Air time in 1/4096 s, modulo 16 s: of the middle of the newest sample; of a status, when it was sent. */
  readonly stamp: number;
  /** The number of the plan that it plays or waits to play; 0 = none. */
  readonly revision: number;
  /** The number of the last command that it did; 0 = none. */
  readonly heard: number;
  /** How many samples there were, modulo 16. */
  readonly count: number;
}

/** The last second of its movement. */
export interface AirSignal extends AirBackHead {
  readonly kind: "signal";
  /** One step is 2^scale/2048 g. */
  readonly scale: number;
  /** Above 0 is upwards. */
  readonly isUpright: boolean;
  /** 16, evenly in time, newest last. −128 = the own motor shook it. */
  readonly samples: Int8Array;
}

/** How the band is; now and then, and right after the wearer did something. */
export interface AirStatus extends AirBackHead {
  readonly kind: "status";
  /** 0 to 100; 255 = not known. */
  readonly batteryPercent: number;
  /** Counts what the wearer did, modulo 256. */
  readonly wearerCount: number;
  /** One of `WearerAction`; 0 = nothing yet. */
  readonly wearerAction: number;
  readonly wearerCap: number;
  /** Differs from boot to boot. */
  readonly boot: number;
  /** When the wearer did it: air time in 1/4096 s, modulo 16 s. */
  readonly wearerStamp: number;
}

export type AirBack = AirSignal | AirStatus;

/** The payload of a band's advert. */
export const encodeAirBack = (advert: AirBack, group: number): Uint8Array => {
  const payload = new Uint8Array(advert.kind === "signal" ? AIR_PAYLOAD_BYTES : AIR_STATUS_BYTES);
  const view = new DataView(payload.buffer);
  view.setUint16(AIR_GROUP_AT, group, true);
  payload[AIR_BACK_BAND_AT] = advert.band;
  view.setUint16(AIR_BACK_STAMP_AT, advert.stamp, true);
  payload[AIR_BACK_REVISION_AT] = advert.revision;
  payload[AIR_BACK_HEARD_AT] = advert.heard | (advert.count << AIR_COUNT_SHIFT);
  payload[AIR_BACK_STATE_AT] = advert.state;
  if (advert.kind === "signal") {
    payload[AIR_BACK_STATE_AT] =
      advert.state | (advert.scale << AIR_SCALE_SHIFT) | AIR_HAS_SIGNAL | (advert.isUpright ? AIR_UPRIGHT : 0);
    new Int8Array(payload.buffer, AIR_BACK_BODY_AT).set(advert.samples);
    return payload;
  }
  payload[AIR_STATUS_BATTERY_AT] = advert.batteryPercent;
  payload[AIR_STATUS_WEARER_COUNT_AT] = advert.wearerCount;
  payload[AIR_STATUS_WEARER_ACTION_AT] = advert.wearerAction;
  payload[AIR_STATUS_WEARER_CAP_AT] = advert.wearerCap;
  view.setUint16(AIR_STATUS_BOOT_AT, advert.boot, true);
  view.setUint16(AIR_STATUS_WEARER_STAMP_AT, advert.wearerStamp, true);
  return payload;
};

/** Reads a band's payload, with or without a tag behind it; anything may stand in it. */
export const decodeAirBack = (payload: Uint8Array, group: number): AirBack | AirError => {
  const { length } = payload;
  if (length < AIR_STATUS_BYTES) return "too-short";
  if (length > AIR_PAYLOAD_BYTES + AIR_TAG_BYTES) return "too-long";
  const view = new DataView(payload.buffer, payload.byteOffset, length);
  if (view.getUint16(AIR_GROUP_AT, true) !== group) return "wrong-group";
  const band = view.getUint8(AIR_BACK_BAND_AT);
  if (band < 1 || band > MAX_AIR_BANDS) return "bad-value";
  const flags = view.getUint8(AIR_BACK_STATE_AT);
  const head = {
    band,
    state: flags & AIR_STATE_MASK,
    stamp: view.getUint16(AIR_BACK_STAMP_AT, true),
    revision: view.getUint8(AIR_BACK_REVISION_AT),
    heard: view.getUint8(AIR_BACK_HEARD_AT) & MAX_AIR_COMMAND,
    count: view.getUint8(AIR_BACK_HEARD_AT) >> AIR_COUNT_SHIFT,
  };
  if ((flags & AIR_HAS_SIGNAL) === 0)
    return {
      ...head,
      kind: "status",
      batteryPercent: view.getUint8(AIR_STATUS_BATTERY_AT),
      wearerCount: view.getUint8(AIR_STATUS_WEARER_COUNT_AT),
      wearerAction: view.getUint8(AIR_STATUS_WEARER_ACTION_AT),
      wearerCap: view.getUint8(AIR_STATUS_WEARER_CAP_AT),
      boot: view.getUint16(AIR_STATUS_BOOT_AT, true),
      wearerStamp: view.getUint16(AIR_STATUS_WEARER_STAMP_AT, true),
    };
  if (length < AIR_PAYLOAD_BYTES) return "bad-length";
  return {
    ...head,
    kind: "signal",
    scale: (flags >> AIR_SCALE_SHIFT) & MAX_AIR_SCALE,
    isUpright: (flags & AIR_UPRIGHT) !== 0,
    samples: Int8Array.from({ length: AIR_SAMPLES }, (_, i) => view.getInt8(AIR_BACK_BODY_AT + i)),
  };
};
