import {
  AIR_BACK_COMPANY,
  AIR_OUT_COMPANY,
  AIR_OUT_TICKS_AT,
  AIR_PAYLOAD_BYTES,
  AIR_TAG_BYTES,
} from "@entrain/protocol";
import { Bytes, toBase64 } from "../natives.ts";
import { airSeconds } from "./air-time.ts";

/** Length, type and company of manufacturer data, then the payload with room for a tag. */
const PAYLOAD_AT = 4;
const buffer = new ArrayBuffer(PAYLOAD_AT + AIR_PAYLOAD_BYTES + AIR_TAG_BYTES + 1);
const advert8 = new Uint8Array(buffer);
const advert32 = new Uint32Array(buffer);
advert8[1] = 255;
advert8[2] = AIR_OUT_COMPANY & 255;
advert8[3] = AIR_OUT_COMPANY >> 8;
const MOST_BYTES = AIR_PAYLOAD_BYTES + AIR_TAG_BYTES;

/** Each is sent as soon as it is set, and again after so long where nothing newer has come. */
const options = { interval: 100, connectable: false, scannable: false };

/** Sends a payload, with the time written into it: whatever it is, it is a beacon. Another length than one has is left out. */
export const sendOut = (payload: Uint8Array | string): void => {
  const { length } = payload;
  if (length < AIR_OUT_TICKS_AT + 4 || length > MOST_BYTES) return;
  advert8.set(payload, PAYLOAD_AT);
  advert8[0] = length + PAYLOAD_AT - 1;
  // In ticks of its crystal.
  advert32[(PAYLOAD_AT + AIR_OUT_TICKS_AT) / 4] = airSeconds() * 32768;
  NRF.setAdvertising(new Bytes(buffer, 0, PAYLOAD_AT + length), options);
};

/** Nobody hears a host that is gone: what is sent from now on has no group, and no length that a band would look at. */
export const silence = (): void => {
  advert8[0] = PAYLOAD_AT;
  NRF.setAdvertising(new Bytes(buffer, 0, PAYLOAD_AT + 1), options);
};

export const startRadio = (): void => {
  NRF.setScan(
    (device) => {
      USB.write("!" + toBase64(new Bytes(device.manufacturerData)), "\n");
    },
    { filters: [{ manufacturerData: { [AIR_BACK_COMPANY]: {} } }], window: 100, interval: 100 },
  );
};
