import { MAX_FRAME_BYTES } from "@entrain/protocol";

/**
 * The one frame at hand. What came in stands here until an answer is written over it: whatever a frame asks for is read
 * before anything is sent. Allocating a frame for each would cost more than everything else.
 */
export const frame = new ArrayBuffer(MAX_FRAME_BYTES + 4);
export const frame8 = new Uint8Array(frame);
export const frame16 = new Uint16Array(frame);
export const frame32 = new Uint32Array(frame);
export const frameF64 = new Float64Array(frame);
