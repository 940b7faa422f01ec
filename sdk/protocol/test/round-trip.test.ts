import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeFrame,
  encodeFrame,
  encodeLine,
  layouts,
  LineReader,
  MAX_FRAME_BYTES,
  MAX_LINE_CHARS,
  ProtocolError,
  type Message,
} from "../src/index.ts";
import { anyMessage } from "./arbitrary.ts";

describe("frames", () => {
  test("every message comes back as it was sent", () => {
    fc.assert(
      fc.property(anyMessage, fc.nat(0xffff), (message, seq) => {
        expect(decodeFrame(encodeFrame(message, seq))).toEqual({ message, seq });
      }),
    );
  });

  test("every frame fits its bounds and is a multiple of 4 bytes", () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const frame = encodeFrame(message, 0);
        expect(frame.length % 4).toBe(0);
        expect(frame.length).toBeLessThanOrEqual(MAX_FRAME_BYTES);
        expect(encodeLine(message, 0).length).toBeLessThanOrEqual(MAX_LINE_CHARS);
      }),
    );
  });

  test("the stream may be split anywhere", () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 5 }), fc.array(fc.nat(64), { minLength: 1 }), (messages, cuts) => {
        const stream = Uint8Array.from(messages.flatMap((message, seq) => [...encodeLine(message, seq)]));
        const received: Message[] = [];
        const reader = new LineReader({ onMessage: (message) => received.push(message) });
        for (let at = 0, i = 0; at < stream.length; i++) {
          const length = 1 + (cuts[i % cuts.length] as number);
          reader.push(stream.subarray(at, at + length));
          at += length;
        }
        expect(received).toEqual(messages);
        expect(reader.statistics().bytes).toBe(stream.length);
      }),
    );
  });

  test("text beyond ASCII survives in a note, and lone surrogates do not break it", () => {
    const note = { kind: "note", text: "Tänzer 🕺 \ud800!" } as const;
    expect(decodeFrame(encodeFrame(note, 0))).toMatchObject({ message: { text: "Tänzer 🕺 \ufffd!" } });
  });
});

describe("values that no frame can carry", () => {
  const refused: readonly [Message, string][] = [
    [{ kind: "cap", strength: 256 }, "expected cap.strength as u8, found 256"],
    [{ kind: "cap", strength: 1.5 }, "expected cap.strength as u8, found 1.5"],
    [{ kind: "credit", upTo: -1 }, "expected credit.upTo as u32, found -1"],
    [
      { kind: "clockRequest", hostSentMicros: NaN as never },
      "expected clockRequest.hostSentMicros to be finite, found NaN",
    ],
    [{ kind: "note", text: "x".repeat(369) }, "expected note.text of at most 368 bytes, found 369"],
  ];
  test.each(refused)("%j", (message, text) => {
    expect(() => encodeFrame(message, 0)).toThrow(ProtocolError);
    expect(() => encodeFrame(message, 0)).toThrow(text);
  });
});

describe("the table", () => {
  test("types are unique, host below 0x80 and band from 0x80", () => {
    const all = Object.values(layouts);
    expect(new Set(all.map(({ type }) => type)).size).toBe(all.length);
    for (const { type, from } of all) expect(type >= 0x80).toBe(from === "band");
  });

  test("every multi-byte field lies on its alignment", () => {
    const bytesOf = { bandMicros: 8, sessionMicros: 8, f64: 8, u32: 4, u16: 2, u8: 1, ascii8: 4, ascii16: 4 } as const;
    for (const { fixed } of Object.values(layouts))
      for (const { at, kind } of fixed) expect(at % bytesOf[kind]).toBe(0);
  });
});
