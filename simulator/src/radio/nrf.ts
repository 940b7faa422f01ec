import { INSTRUCTIONS_PER_MICRO, type InterpreterCost } from "../band/cost.ts";
import type { Interpreter } from "../band/interpreter.ts";
import { AIR_PAYLOAD_BYTES } from "@entrain/protocol";
import type { SimRadio } from "./api.ts";

interface AdvertisingOpts {
  readonly interval?: number;
}

interface ScanOpts {
  readonly filters?: readonly { readonly manufacturerData?: Readonly<Record<string, unknown>> }[];
  readonly window?: number;
  readonly interval?: number;
}

/** As Espruino has it where nobody says otherwise, ms. */
const ADVERTISING_MILLIS = 375;
const SCAN_MILLIS = 100;
const MICROS_PER_MILLI = 1_000;
const MANUFACTURER_DATA = 0xff;
/** Length, type and company. */
const HEAD_BYTES = 4;
/** A second of movement goes out in the longest. */
const SIGNAL_ADVERT_BYTES = HEAD_BYTES + AIR_PAYLOAD_BYTES;
/** What a board advertises by itself: flags and a name. */
const OWN_ADVERT = new Uint8Array(21);

const companyOf = (bytes: Uint8Array): number | undefined =>
  bytes.length >= HEAD_BYTES && bytes[1] === MANUFACTURER_DATA
    ? (bytes[2] as number) + 256 * (bytes[3] as number)
    : undefined;

/**
 * Espruino's `NRF`, as far as the firmware uses it. Whatever a scan hears is made into an object and looked at by native
 * code in the interpreter's own loop, which takes time even where a filter then leaves it out.
 */
export const createNrf = (radio: SimRadio, interpreter: Interpreter, cost: InterpreterCost): object => {
  const charge = (instructions: number): void => {
    interpreter.spend(instructions / INSTRUCTIONS_PER_MICRO);
  };
  return {
    setAdvertising(data: unknown, { interval = ADVERTISING_MILLIS }: AdvertisingOpts = {}) {
      charge(cost.advert);
      const bytes = data instanceof Uint8Array ? data.slice() : OWN_ADVERT;
      interpreter.outside(() => {
        radio.advertise(bytes, interval * MICROS_PER_MILLI);
      });
      if (bytes.length === SIGNAL_ADVERT_BYTES) charge(cost.movement);
    },
    setScan(callback?: (device: object) => void, { filters, window, interval }: ScanOpts = {}) {
      if (callback === undefined) {
        radio.stopListening();
        return;
      }
      const company = filters?.[0]?.manufacturerData;
      const wanted = company && Number(Object.keys(company)[0]);
      const windowMicros = (window ?? SCAN_MILLIS) * MICROS_PER_MILLI;
      radio.listen(windowMicros, (interval ?? SCAN_MILLIS) * MICROS_PER_MILLI, (bytes) => {
        interpreter.post(() => {
          charge(cost.scanned);
          const found = companyOf(bytes);
          if (found === undefined || (wanted !== undefined && found !== wanted)) return;
          charge(cost.dispatch);
          // Only now is there a handler: what it does is charged once it has asked for the time.
          callback({ manufacturer: found, manufacturerData: bytes.slice(HEAD_BYTES).buffer });
          charge(cost.heard);
        });
      });
    },
  };
};
