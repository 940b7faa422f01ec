/** Fast at first, until the offset is known; then until the rate begins to show, and a rare quick way has come; then sparing. */
const FAST_MICROS = 60_000;
const SETTLING_MICROS = 500_000;
const SPARING_MICROS = 1_000_000;
/** After so many a band's clock is known well enough to play by. */
export const FAST_EXCHANGES = 8;
const SETTLING_EXCHANGES = 128;
/** Each wait is shorter by up to this part of it, … */
const DITHER = 0.1;
/** … spread evenly by the golden ratio (Weyl 1916). */
const GOLDEN = 0.618_033_988_749_895;

/**
 * How long to wait before the next clock exchange. An exchange costs a band some 14 ms of its own time (docs/BENCH.md): 2.8 %
 * of it in the first minute, 1.4 % after it. Where a busy band meets a link that comes round every 30 ms, one request in
 * a hundred is quick: asked half as often, it was known only half as well. Never longer than a second: an exchange is
 * contact, too.
 *
 * Waits differ from one to the next, or else a link with a rhythm of its own, as Bluetooth has, would carry every request
 * at the same phase of it, and none would be among the quickest.
 *
 * @param exchanges - so many have been made since the link opened
 */
export const pollWaitMicros = (exchanges: number): number => {
  const whole =
    exchanges < FAST_EXCHANGES ? FAST_MICROS : exchanges < SETTLING_EXCHANGES ? SETTLING_MICROS : SPARING_MICROS;
  return whole * (1 - DITHER * ((exchanges * GOLDEN) % 1));
};
