import {
  AIR_BACK_BODY_AT,
  AIR_BACK_COMPANY,
  AIR_PAYLOAD_BYTES,
  AIR_SAMPLES,
  AIR_STATUS_BYTES,
} from "@entrain/protocol";

/**
 * The band's own advert, as the radio takes it: length, type and company of manufacturer data (Core Specification
 * Supplement, part A, § 1.4), then the payload. Two of them, since a status must not write over a second of signal.
 */
export const PAYLOAD_AT = 4;
const LENGTH_AND_TYPE = 3;
const MANUFACTURER_DATA = 255;

const signalBuffer = new ArrayBuffer(PAYLOAD_AT + AIR_PAYLOAD_BYTES);
const statusBuffer = new ArrayBuffer(PAYLOAD_AT + AIR_STATUS_BYTES);
export const signal8 = new Uint8Array(signalBuffer);
export const signal16 = new Uint16Array(signalBuffer);
export const status8 = new Uint8Array(statusBuffer);
export const status16 = new Uint16Array(statusBuffer);
/** Newest last. */
export const samples = new Int8Array(signalBuffer, PAYLOAD_AT + AIR_BACK_BODY_AT, AIR_SAMPLES);
/** All but the oldest. */
export const newerSamples = new Int8Array(signalBuffer, PAYLOAD_AT + AIR_BACK_BODY_AT + 1, AIR_SAMPLES - 1);

/** Writes what never changes. */
export const prepare = (advert8: Uint8Array, group: number, number: number): void => {
  advert8[0] = advert8.length - 1;
  advert8[1] = MANUFACTURER_DATA;
  advert8[2] = AIR_BACK_COMPANY & 255;
  advert8[LENGTH_AND_TYPE] = AIR_BACK_COMPANY >> 8;
  advert8[PAYLOAD_AT] = group & 255;
  advert8[PAYLOAD_AT + 1] = group >> 8;
  advert8[PAYLOAD_AT + 2] = number;
};
