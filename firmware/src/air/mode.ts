import { HORIZON_MICROS, AIR_OUT_COMPANY } from "@entrain/protocol";
import { noteContact, tContactMicros } from "../frame-in.ts";

/** A bridge is heard, and nobody speaks over a link of the band's own. */
export let isOnAir = false;
/** When the bridge was last heard. */
let tAirMicros = 0;

/** After so long without a bridge a band can be connected to again. */
const AWAY_MICROS = 30000000;

let onAdvert: (device: ScannedDevice) => void;
const heardOf = { filters: [{ manufacturerData: { [AIR_OUT_COMPANY]: {} } }], window: 50, interval: 500 };
const standing = { interval: 375, connectable: true, scannable: true };

/** Listens for half of the time where there is a bridge, else for a tenth: that is what a battery bears all day. */
const listen = (interval: number): void => {
  heardOf.interval = interval;
  NRF.setScan();
  NRF.setScan(onAdvert, heardOf);
};

/** Whoever speaks over a link of the band's own comes first, for as long as its plan would play on. */
export const isSpokenToDirectly = (tMicros: number): boolean =>
  tContactMicros !== tAirMicros && tMicros - tContactMicros < HORIZON_MICROS;

export const noteAirContact = (tMicros: number): void => {
  tAirMicros = tMicros;
  noteContact(tMicros);
  if (isOnAir) return;
  isOnAir = true;
  listen(100);
};

/** @returns whether there still is a bridge */
export const isBridgeHeard = (tMicros: number): boolean => {
  if (isOnAir && (tContactMicros !== tAirMicros || tMicros - tAirMicros > AWAY_MICROS)) {
    isOnAir = false;
    listen(500);
    NRF.setAdvertising({}, standing);
  }
  return isOnAir;
};

export const startListening = (callback: typeof onAdvert): void => {
  onAdvert = callback;
  listen(500);
};
