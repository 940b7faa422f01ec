import { AIR_LINE_CODE, NEWLINE } from "@entrain/protocol";

/** An advert's payload as a line for the bridge. */
export const airLine = (payload: Uint8Array): Uint8Array => {
  const text = btoa(String.fromCharCode(...payload));
  return Uint8Array.from([AIR_LINE_CODE, ...Array.from(text, (char) => char.charCodeAt(0)), NEWLINE]);
};

/** The payload in a line from the bridge; undefined where it is not base64. */
export const payloadOf = (line: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(atob(line), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
};
