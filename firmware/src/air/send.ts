import {
  AIR_BACK_HEARD_AT,
  AIR_BACK_REVISION_AT,
  AIR_BACK_STAMP_AT,
  AIR_BACK_STATE_AT,
  AIR_COUNT_SHIFT,
  AIR_HAS_SIGNAL,
  AIR_SCALE_SHIFT,
  AIR_STATUS_BATTERY_AT,
  AIR_STATUS_BOOT_AT,
  AIR_STATUS_WEARER_ACTION_AT,
  AIR_STATUS_WEARER_CAP_AT,
  AIR_STATUS_WEARER_COUNT_AT,
  AIR_STATUS_WEARER_STAMP_AT,
  AIR_UPRIGHT,
} from "@entrain/protocol";
import { batteryPercent } from "#board";
import { nowMicros } from "../clock.ts";
import { wearerCapNow } from "../motor.ts";
import { bandState } from "../state.ts";
import { PAYLOAD_AT, prepare, signal16, signal8, status16, status8 } from "./advert.ts";
import { isUpright } from "./axis.ts";
import { airOffset } from "./beacon-clock.ts";
import { heldPlan } from "./collect-plan.ts";
import { count, scale, tNewestMicros } from "./signal.ts";

/** Its own data, sent at once and then not again before the next is due. */
const options = { interval: 200, connectable: false, scannable: false };

/** The number of the last command that was done. */
let done = 0;
let wearerCount = 0;
/** The status goes out in place of the signal so many times more. */
let statusesDue = 3;
let adverts = 0;
const ADVERTS_PER_STATUS = 10;
/** What is urgent is said more than once: one advert in three may be lost, or more. */
const STATUSES_OF_EVENT = 3;

/** As bands tell a time of the air: 1/4096 s is 15625/64 µs, and what is beyond 16 bits comes round. */
const stampOf = (tMicros: number): number => Math.floor(((tMicros - airOffset) * 64) / 15625);

const send = (advert8: Uint8Array, flags: number): void => {
  advert8[PAYLOAD_AT + AIR_BACK_STATE_AT] = bandState() | flags;
  advert8[PAYLOAD_AT + AIR_BACK_REVISION_AT] = heldPlan();
  advert8[PAYLOAD_AT + AIR_BACK_HEARD_AT] = done | (count << AIR_COUNT_SHIFT);
  NRF.setAdvertising(advert8, options);
};

const sendStatus = (): void => {
  status8[PAYLOAD_AT + AIR_STATUS_BATTERY_AT] = batteryPercent();
  status8[PAYLOAD_AT + AIR_STATUS_WEARER_CAP_AT] = wearerCapNow();
  status16[(PAYLOAD_AT + AIR_BACK_STAMP_AT) / 2] = stampOf(nowMicros());
  send(status8, 0);
};

/** The next second of movement, or now and then how the band is. */
export const sendAdvert = (): void => {
  adverts++;
  if (statusesDue > 0 || adverts >= ADVERTS_PER_STATUS) {
    statusesDue--;
    if (adverts >= ADVERTS_PER_STATUS) adverts = statusesDue = 0;
    sendStatus();
  } else {
    signal16[(PAYLOAD_AT + AIR_BACK_STAMP_AT) / 2] = stampOf(tNewestMicros);
    send(signal8, AIR_HAS_SIGNAL | (scale << AIR_SCALE_SHIFT) | (isUpright() ? AIR_UPRIGHT : 0));
  }
};

export const tellDone = (number: number): void => {
  done = number;
};

/** Somebody waits to hear this. */
export const sendSoon = sendStatus;

/** Until the wearer does something else. */
export const noteAirWearer = (action: number, tMicros: number): void => {
  wearerCount++;
  status8[PAYLOAD_AT + AIR_STATUS_WEARER_COUNT_AT] = wearerCount;
  status8[PAYLOAD_AT + AIR_STATUS_WEARER_ACTION_AT] = action;
  status16[(PAYLOAD_AT + AIR_STATUS_WEARER_STAMP_AT) / 2] = stampOf(tMicros);
  statusesDue = STATUSES_OF_EVENT;
};

export const prepareAdverts = (group: number, number: number): void => {
  prepare(signal8, group, number);
  prepare(status8, group, number);
  status16[(PAYLOAD_AT + AIR_STATUS_BOOT_AT) / 2] = Math.random() * 65536;
};
