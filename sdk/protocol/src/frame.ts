/**
 * A frame: 8 bytes of header, the payload (padded with zeros to a multiple of 4), a CRC-32 of both. On the link it is
 * one line of base64 and a newline. See SPEC.md.
 */

export const HEADER_BYTES = 8;
export const CRC_BYTES = 4;
/** Offsets in the header, little-endian like everything else. */
export const TYPE_AT = 0;
export const SEQ_AT = 2;
export const PAYLOAD_BYTES_AT = 4;
/** Characters of one line, its newline included. */
export const MAX_LINE_CHARS = 512;
/** The longest frame whose base64 still fits: 127 groups of 3 bytes, cut to a multiple of 4. */
export const MAX_FRAME_BYTES = 380;
export const MAX_PAYLOAD_BYTES = MAX_FRAME_BYTES - HEADER_BYTES - CRC_BYTES;
export const NEWLINE = 0x0a;
/** Flow-control bytes that a link may insert anywhere; hosts drop them. */
export const XON = 0x11;
export const XOFF = 0x13;
export const CARRIAGE_RETURN = 0x0d;
