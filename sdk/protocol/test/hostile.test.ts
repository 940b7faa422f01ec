import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeFrame,
  encodeFrame,
  encodeLine,
  LineReader,
  MAX_FRAME_BYTES,
  MAX_LINE_CHARS,
  type Message,
  type ReceiveError,
} from "../src/index.ts";
import { crc32 } from "../src/crc32.ts";
import { anyMessage } from "./arbitrary.ts";

const chars = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

const read = (...chunks: readonly Uint8Array[]): { messages: Message[]; errors: ReceiveError[]; counted: number } => {
  const messages: Message[] = [];
  const errors: ReceiveError[] = [];
  const reader = new LineReader({
    onMessage: (message) => messages.push(message),
    onError: (error) => errors.push(error),
  });
  for (const chunk of chunks) reader.push(chunk);
  const counted = Object.values(reader.statistics().errors).reduce((sum, n) => sum + n, 0);
  return { messages, errors, counted };
};

const withChecksum = (frame: Uint8Array): Uint8Array => {
  new DataView(frame.buffer, frame.byteOffset).setUint32(frame.length - 4, crc32(frame, frame.length - 4), true);
  return frame;
};

const stopAll = (): Uint8Array => encodeFrame({ kind: "stopAll" }, 1).slice();

describe("hostile frames", () => {
  test.each(Array.from({ length: 12 }, (_, length) => length))("%i bytes are too short", (length) => {
    expect(decodeFrame(new Uint8Array(length))).toBe("too-short");
  });

  test("every truncation of every message is refused", () => {
    fc.assert(
      fc.property(anyMessage, fc.nat(), (message, cut) => {
        const frame = encodeFrame(message, 0);
        expect(typeof decodeFrame(frame.slice(0, cut % frame.length))).toBe("string");
      }),
    );
  });

  test("a payload length that is not the frame's is refused", () => {
    for (const claimed of [1, 4, 368, 0xffff]) {
      const frame = stopAll();
      new DataView(frame.buffer).setUint16(4, claimed, true);
      expect(decodeFrame(withChecksum(frame))).toBe("bad-length");
    }
  });

  test("an unknown type is counted, not decoded", () => {
    const frame = stopAll();
    frame[0] = 0x7f;
    expect(decodeFrame(withChecksum(frame))).toBe("unknown-type");
  });

  test("a known type with too little payload is refused", () => {
    const frame = stopAll();
    frame[0] = 0x81;
    expect(decodeFrame(withChecksum(frame))).toBe("bad-length");
  });

  test.each([NaN, Infinity, -Infinity])("a time of %d is refused", (value) => {
    const frame = encodeFrame({ kind: "clockRequest", hostSentMicros: 1 as never }, 1).slice();
    new DataView(frame.buffer).setFloat64(8, value, true);
    expect(decodeFrame(withChecksum(frame))).toBe("bad-value");
  });

  test("random bytes never throw and never decode", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2 * MAX_FRAME_BYTES }), (bytes) => {
        expect(typeof decodeFrame(bytes)).toBe("string");
      }),
    );
  });
});

describe("hostile lines", () => {
  test("empty lines and carriage returns are nothing", () => {
    expect(read(chars("\n\r\n\n"))).toEqual({ messages: [], errors: [], counted: 0 });
  });

  test("a REPL banner is counted and the frame behind it read", () => {
    const { messages, errors } = read(
      chars(" ____                 _\r\n|  __|___ ___ ___ _ _|_|___ ___\r\n>"),
      chars("\n"),
      encodeLine({ kind: "stopAll" }, 1),
    );
    expect(errors).toEqual(["not-base64", "not-base64", "not-base64"]);
    expect(messages).toEqual([{ kind: "stopAll" }]);
  });

  test("a line without end is bounded in memory and counted once", () => {
    const { messages, errors } = read(
      new Uint8Array(100_000).fill(0x41),
      chars("\n"),
      encodeLine({ kind: "stopAll" }, 1),
    );
    expect(errors).toEqual(["too-long"]);
    expect(messages).toHaveLength(1);
  });

  test("the longest line that base64 allows is still found too long", () => {
    expect(read(new Uint8Array(MAX_LINE_CHARS - 4).fill(0x41), chars("\n")).errors).toEqual(["too-long"]);
  });

  test("flow-control bytes are dropped wherever a link puts them", () => {
    const line = encodeLine({ kind: "cap", strength: 9 }, 1);
    const dirty = Uint8Array.from([...line].flatMap((char) => [0x11, char, 0x13]));
    expect(read(dirty).messages).toEqual([{ kind: "cap", strength: 9 }]);
  });

  test("any corruption is counted and never decoded wrongly", () => {
    const corruption = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyMessage, corruption, (message, flips) => {
        const line = encodeLine(message, 5);
        for (const [at, mask] of flips) line[at % line.length] = (line[at % line.length] as number) ^ mask;
        const { messages, counted } = read(line, chars("\n"), encodeLine({ kind: "stopAll" }, 6));
        const undone = read(encodeLine(message, 5)).messages[0];
        // Flips may cancel out, or only insert bytes that hosts drop; then the message is the one that was sent.
        for (const each of messages.slice(0, -1)) expect(each).toEqual(undone);
        expect(messages.at(-1)).toEqual({ kind: "stopAll" });
        expect(messages.length - 1 + counted).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  test("random bytes between frames cost at most the frame that they touch", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (noise) => {
        const { messages } = read(noise, chars("\n"), encodeLine({ kind: "stopAll" }, 2));
        expect(messages).toEqual([{ kind: "stopAll" }]);
      }),
    );
  });
});
