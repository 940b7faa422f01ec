/**
 * Functions of the interpreter's own that are called often. It looks a name up in one list, which holds a program's
 * variables in the order in which they came to be and its own functions last: behind hundreds of ours, finding one of
 * them costs as much as calling it. Hence a variable for each, which is why the main program names this file first.
 */
export const clockSeconds = getTime;
export const fromBase64 = atob;
export const toBase64 = btoa;
export const crc32 = E.CRC32;
export const Bytes = Uint8Array;
