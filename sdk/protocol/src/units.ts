/**
 * Time is always float64 microseconds on a clock that the type names. The brands exist at compile time only; a value
 * crosses from one clock to another through a {@link ClockMap}, never by assignment.
 */

declare const clock: unique symbol;

/** Microseconds on a band's own clock. Its zero means nothing; it jumps when the band reboots. */
export type BandMicros = number & { readonly [clock]: "band" };

/** Microseconds on the session clock, which the host keeps and which never goes backwards. */
export type SessionMicros = number & { readonly [clock]: "session" };

/** A place in a piece of rhythm: 0 is the first beat, fractions lie between beats. */
export type BeatPosition = number;

/** Microseconds in one second. */
export const MICROS_PER_SECOND = 1_000_000;

/** Marks a number as a time on a band's clock. The only way in. */
export const bandMicros = (value: number): BandMicros => value as BandMicros;

/** Marks a number as a time on the session clock. The only way in. */
export const sessionMicros = (value: number): SessionMicros => value as SessionMicros;
