/**
 * The air protocol in numbers: what a bridge and bands say to each other in adverts (AIR.md). Offsets are bytes from the
 * start of an advert's payload, little-endian like everything else.
 */

/** A payload has at most so many bytes; a tag of up to {@link AIR_TAG_BYTES} may come behind it. */
export const AIR_PAYLOAD_BYTES = 24;
export const AIR_TAG_BYTES = 3;
/** Between a host and its bridge an advert is a line: this character, `!`, then base64. */
export const AIR_LINE_CODE = 33;
/** Company identifiers under which they travel, so that each side's radio filters out what its own kind says. */
export const AIR_OUT_COMPANY = 0xffff;
export const AIR_BACK_COMPANY = 0x0590;
/** Numbers of bands run from 1; each is a bit in a command's mask. */
export const MAX_AIR_BANDS = 32;

export const AIR_GROUP_AT = 0;

/** Out: kind in the upper three bits, which piece in the lower five; then a number, then the time of the air. */
export const AIR_OUT_KIND_AT = 2;
export const AIR_OUT_NUMBER_AT = 3;
export const AIR_OUT_TICKS_AT = 4;
export const AIR_OUT_HEAD_BYTES = 8;
export const AIR_BEACON = 1;
export const AIR_COMMAND = 2;
export const AIR_PLAN_PIECE = 3;

/** Of a command: for whom, what (a type of `messages`), and the payload that its frame would have. */
export const AIR_COMMAND_BANDS_AT = 8;
export const AIR_COMMAND_TYPE_AT = 12;
export const AIR_COMMAND_PAYLOAD_AT = 16;
export const AIR_COMMAND_PAYLOAD_BYTES = 8;

export const AIR_PIECE_AT = 8;
export const AIR_PIECE_BYTES = 16;
/** Pieces that the five bits can number. */
export const MAX_AIR_PIECES = 32;
/** Of a plan put together: for whom, how long it is, its checksum; when it begins; then the payload of the plan's frame. */
export const AIR_PLAN_BANDS_AT = 0;
export const AIR_PLAN_BYTES_AT = 4;
export const AIR_PLAN_CHECK_AT = 6;
export const AIR_PLAN_FROM_AT = 8;
export const AIR_PLAN_PAYLOAD_AT = 16;

/** Back: who, how, when, which plan is held and which command was the last that was done. */
export const AIR_BACK_BAND_AT = 2;
export const AIR_BACK_STATE_AT = 3;
/** When the newest sample was taken, or where there are none, when this was sent. */
export const AIR_BACK_STAMP_AT = 4;
export const AIR_BACK_REVISION_AT = 6;
/** The lower four bits: the last command that was done; the upper: how many samples there were, modulo 16. */
export const AIR_BACK_HEARD_AT = 7;
export const AIR_COUNT_SHIFT = 4;
export const MAX_AIR_COMMAND = 15;
export const AIR_BACK_BODY_AT = 8;
/** In the byte of the state: three bits of state, three of the samples' scale, and two flags. */
export const AIR_STATE_MASK = 7;
export const AIR_SCALE_SHIFT = 3;
/** The signal's sign is that of gravity. */
export const AIR_UPRIGHT = 0x40;
/** A second of the signal follows, else the band's status. */
export const AIR_HAS_SIGNAL = 0x80;

/** Newest last: a second at the 16 to 20 a second that a band takes. */
export const AIR_SAMPLES = 16;
/** Readings of the accelerometer in one sample: their mean. */
export const AIR_READINGS = 3;
/** In place of a sample that the band's own motor shook, or that there was none for. */
export const AIR_BLANK = -128;
/** g of one step at scale 0; each scale doubles it, up to ±7.9 g at scale 7. */
export const AIR_STEP_G = 1 / 2048;
export const MAX_AIR_SCALE = 7;

export const AIR_STATUS_BATTERY_AT = 8;
export const AIR_STATUS_WEARER_COUNT_AT = 9;
export const AIR_STATUS_WEARER_ACTION_AT = 10;
export const AIR_STATUS_WEARER_CAP_AT = 11;
export const AIR_STATUS_BOOT_AT = 12;
export const AIR_STATUS_WEARER_STAMP_AT = 14;
export const AIR_STATUS_BYTES = 16;

/** The air's clock is the bridge's own, in ticks of its crystal: a power of two a second. */
export const AIR_TICKS_PER_SECOND = 32_768;
/** What bands tell of times is in eighths of that rate, 16 bits: it comes round after 16 s. */
export const AIR_STAMPS_PER_SECOND = 4_096;
export const AIR_STAMP_WRAP = 65_536;
