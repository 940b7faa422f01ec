import { FADE_MICROS, HORIZON_MICROS } from "@entrain/protocol";

/** When a valid frame last came from the host, by the band's clock. */
let tContactMicros = 0;

export const noteContact = (tMicros: number): void => {
  tContactMicros = tMicros;
};

/** How much strength its silence leaves, asked only when a pulse is due: until then the host may be heard again. */
export const shareInSilence = (tMicros: number): number => {
  const beyond = tMicros - tContactMicros - HORIZON_MICROS;
  return beyond > 0 ? 1 - beyond / FADE_MICROS : 1;
};
