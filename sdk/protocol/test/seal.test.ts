import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  decodeFrame,
  encodeFrame,
  GROUP_KEY_BYTES,
  hmacSha256,
  MAX_FRAME_BYTES,
  SealGuard,
  type SealRefusal,
  sealFrame,
  sha256,
} from "../src/index.ts";

interface Step {
  readonly name: string;
  readonly line: string;
  readonly refusal?: SealRefusal;
  readonly counter?: number;
  readonly unsealed?: string;
}

const vectors = JSON.parse(readFileSync(new URL("../vectors/seals.json", import.meta.url), "utf8")) as {
  key: string;
  bandId: number;
  bootId: number;
  steps: Step[];
};

const bytesOf = (line: string): Uint8Array => Uint8Array.from(Buffer.from(line, "base64"));
const key = Uint8Array.from(Buffer.from(vectors.key, "hex"));
const { bandId, bootId } = vectors;
const sealedFor = { bandId, bootId };
const cap = (strength: number): Uint8Array => encodeFrame({ kind: "cap", strength }, strength);

describe("SHA-256 and HMAC-SHA-256", () => {
  it("are the standard's, at every length around a block and for keys of any length", () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
      expect(Buffer.from(sha256(bytes))).toEqual(createHash("sha256").update(bytes).digest());
      expect(Buffer.from(hmacSha256(bytes, key))).toEqual(createHmac("sha256", bytes).update(key).digest());
    }
  });
});

describe("seals.json", () => {
  const guard = new SealGuard(key, sealedFor);

  test.each(vectors.steps)("$name", ({ line, refusal, counter, unsealed }) => {
    expect(guard.refusal(bytesOf(line))).toBe(refusal);
    if (counter === undefined || unsealed === undefined) return;
    expect(Buffer.from(sealFrame(bytesOf(unsealed), key, sealedFor, counter)).toString("base64")).toBe(line);
  });
});

describe("a guard", () => {
  const obeyed = (frame: Uint8Array): boolean => new SealGuard(key, sealedFor).refusal(frame) === undefined;

  it("obeys nothing of which any one bit was changed, whatever its checksum, but a stop", () => {
    const frame = sealFrame(cap(96), key, sealedFor, 5);
    expect(obeyed(frame)).toBe(true);
    for (let bit = 0; bit < 8 * (frame.length - 4); bit++) {
      const changed = frame.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // 0x0a, the cap, is one bit from 0x08, the stop: which anybody may say.
      expect(obeyed(changed), `bit ${String(bit)}`).toBe(changed[0] === 8);
    }
  });

  it("throws at nothing and obeys nothing that was thrown at it, but stops", () => {
    const guard = new SealGuard(key, sealedFor);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: MAX_FRAME_BYTES }), (bytes) => {
        const refusal = guard.refusal(bytes);
        return (refusal === undefined) === (bytes[0] === 7 || bytes[0] === 8);
      }),
      { numRuns: 2_000 },
    );
  });

  it("believes no frame cut anywhere", () => {
    const frame = sealFrame(cap(96), key, sealedFor, 5);
    for (let length = 0; length < frame.length; length++) expect(obeyed(frame.subarray(0, length))).toBe(false);
  });

  it("obeys each counter once, and none below the last, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }), (counters) => {
        const guard = new SealGuard(key, sealedFor);
        let highest = 0;
        for (const counter of counters) {
          const refusal = guard.refusal(sealFrame(cap(1), key, sealedFor, counter));
          expect(refusal).toBe(counter > highest ? undefined : "replayed");
          highest = Math.max(highest, counter);
        }
      }),
    );
  });
});

describe("sealing", () => {
  it("takes only a key of its length, and no frame that would grow beyond what a frame may be", () => {
    const key15 = new Uint8Array(GROUP_KEY_BYTES - 1);
    expect(() => sealFrame(cap(1), key15, sealedFor, 1)).toThrow(/^expected a group key of 16 bytes, found 15$/);
    expect(() => new SealGuard(new Uint8Array(0), sealedFor)).toThrow(/found 0$/);
    const longest = new Uint8Array(MAX_FRAME_BYTES - 12);
    expect(sealFrame(longest, key, sealedFor, 1)).toHaveLength(MAX_FRAME_BYTES);
    expect(() => sealFrame(new Uint8Array(MAX_FRAME_BYTES), key, sealedFor, 1)).toThrow(/at most 368 bytes to seal/);
  });

  it("leaves a frame that a reader without seals skips, and never takes for another", () => {
    expect(decodeFrame(sealFrame(cap(96), key, sealedFor, 1))).toBe("bad-length");
  });
});
