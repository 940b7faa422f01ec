import { crc32, decodeFrame, encodeFrame, MAX_FRAME_BYTES } from "@entrain/protocol";
import fc from "fast-check";
import { anyMessage } from "../../../sdk/protocol/test/arbitrary.ts";
import { diceOf } from "../dice.ts";
import type { Faced, Target } from "../target.ts";
import { textOf } from "./lines.ts";

const MESSAGES = 100;
const FRAMES = 2_000;

/** Frames with a checksum that is right: written by somebody who knows the format, and means ill. */
const round = (seed: number): Faced => {
  const dice = diceOf(seed);
  const frames = fc.sample(anyMessage, { seed, numRuns: MESSAGES }).map((message) => encodeFrame(message, 1).slice());
  const faults: string[] = [];
  let bytes = 0;
  for (let k = 0; k < FRAMES; k++) {
    const frame = dice.pick(frames).slice();
    for (let changes = 1 + dice.below(8); changes > 0; changes--)
      frame[dice.below(Math.min(frame.length, MAX_FRAME_BYTES))] = dice.pick([
        0,
        1,
        0x7f,
        0x80,
        0xf0,
        0xff,
        dice.below(256),
      ]);
    if (frame.length >= 4) new DataView(frame.buffer).setUint32(frame.length - 4, crc32(frame, frame.length - 4), true);
    bytes += frame.length;
    const read = decodeFrame(frame);
    if (typeof read === "string") continue;
    const { message, seq } = read;
    const text = textOf(message);
    const again = decodeFrame(encodeFrame(message, seq).slice());
    if (text.includes("null")) faults.push(`seed ${String(seed)}: a number that is none in ${text}`);
    if (typeof again === "string" || textOf(again.message) !== text)
      faults.push(
        `seed ${String(seed)}: another meaning the second time: ${text} ${typeof again === "string" ? again : textOf(again.message)}`,
      );
  }
  return { bytes, faults };
};

export const forgedFrames: Target = {
  name: "frames with a right checksum and other contents",
  holds: "refused, or numbers that mean the same when written again",
  share: 0.1,
  round,
};
