import { AIR_PAYLOAD_BYTES, AIR_TAG_BYTES } from "@entrain/protocol";

/** The last advert of a bridge, and room for whatever a stranger sends. */
const advert = new ArrayBuffer(32);
export const heard8 = new Uint8Array(advert);
export const heard16 = new Uint16Array(advert);
export const heard32 = new Uint32Array(advert);
export const heardF64 = new Float64Array(advert);
export const MAX_HEARD_BYTES = AIR_PAYLOAD_BYTES + AIR_TAG_BYTES;
