import { NEWLINE } from "../frame.ts";
import { base64Chars, decodeBase64, encodeBase64 } from "../internal/base64.ts";
import { AIR_LINE_CODE, AIR_PAYLOAD_BYTES, AIR_TAG_BYTES } from "./air-layout.ts";

const MOST_CHARS = base64Chars(AIR_PAYLOAD_BYTES + AIR_TAG_BYTES);

/** An advert's payload as a line between a host and its bridge: `!`, base64, a newline. */
export const encodeAirLine = (payload: Uint8Array): Uint8Array => {
  const chars = base64Chars(payload.length);
  const line = new Uint8Array(chars + 2);
  line[0] = AIR_LINE_CODE;
  encodeBase64(payload, payload.length, line.subarray(1));
  line[chars + 1] = NEWLINE;
  return line;
};

/** The payload in a line, without its newline; undefined where it holds none. */
export const decodeAirLine = (line: Uint8Array): Uint8Array | undefined => {
  const chars = line.length - 1;
  if (line[0] !== AIR_LINE_CODE || chars > MOST_CHARS) return undefined;
  const payload = new Uint8Array(chars);
  const bytes = decodeBase64(line.subarray(1), chars, payload);
  return bytes < 0 ? undefined : payload.subarray(0, bytes);
};
