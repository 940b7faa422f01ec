import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32, RunningCrc } from "../src/index.ts";

test("pieces of any length give the CRC of the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (pieces) => {
      const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
      const running = pieces.reduce((crc, piece) => crc.update(piece), new RunningCrc());
      return running.value() === crc32(whole, whole.length);
    }),
  );
});

test("the check value of CRC-32", () => {
  expect(new RunningCrc().update(new TextEncoder().encode("123456789")).value()).toBe(0xcbf43926);
});
