import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AIR_ERRORS,
  AIR_PAYLOAD_BYTES,
  AIR_PIECE_BYTES,
  AIR_TAG_BYTES,
  type AirBack,
  type AirError,
  airMicrosOfStamp,
  airMicrosOfTicks,
  type AirOut,
  airStampOf,
  decodeAirBack,
  decodeAirOut,
  decodeAirPlan,
  encodeAirBack,
  encodeAirOut,
  encodeAirPlan,
  MAX_AIR_PIECES,
  MAX_FRAME_BYTES,
  piecesOf,
  sessionMicros,
} from "../src/index.ts";
import { planOf } from "../src/testing/index.ts";

interface Vector {
  readonly name: string;
  readonly side: "out" | "back";
  readonly group: number;
  readonly hex: string;
  readonly ticks?: number;
  readonly advert?: Readonly<Record<string, unknown>>;
  readonly error?: AirError;
}

const { adverts, plan } = JSON.parse(readFileSync(new URL("../vectors/air.json", import.meta.url), "utf8")) as {
  adverts: readonly Vector[];
  plan: { hex: string; bands: number; fromMicros: number; periodMicros: number; revision: number; pieces: number };
};
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"));
/** Arrays in place of typed ones, as a vector has them. */
const plain = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (_, v: unknown) => (ArrayBuffer.isView(v) ? [...(v as Uint8Array)] : v)));

describe("air.json", () => {
  test.each(adverts)("$side: $name", ({ side, group, hex, ticks, advert, error }) => {
    const decoded = side === "out" ? decodeAirOut(bytesOf(hex), group) : decodeAirBack(bytesOf(hex), group);
    if (typeof decoded === "string") {
      expect(decoded).toBe(error);
      return;
    }
    expect(plain(decoded)).toEqual(side === "out" ? { advert, ticks } : advert);
  });

  test("the plan", () => {
    const whole = bytesOf(plan.hex);
    const decoded = decodeAirPlan(whole);
    expect(decoded).toMatchObject({ bands: plan.bands, fromMicros: plan.fromMicros });
    expect(decoded?.plan.revision).toBe(plan.revision);
    expect(decoded?.plan.segments[1]).toBe(plan.periodMicros);
    expect(decoded && encodeAirPlan(decoded)).toEqual(whole);
    expect(piecesOf(whole)).toHaveLength(plan.pieces);
  });
});

const u8 = fc.integer({ min: 0, max: 255 });
const number = fc.integer({ min: 1, max: 255 });
const u16 = fc.integer({ min: 0, max: 65_535 });
const exactly = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
const anyOut: fc.Arbitrary<AirOut> = fc.oneof(
  fc.constant({ kind: "beacon" as const }),
  fc.record({
    kind: fc.constant("command" as const),
    number: fc.integer({ min: 1, max: 15 }),
    bands: fc.integer({ min: 0, max: 0xffff_ffff }),
    type: u8,
    payload: exactly(8),
  }),
  fc.record({
    kind: fc.constant("planPiece" as const),
    number,
    piece: fc.integer({ min: 0, max: MAX_AIR_PIECES - 1 }),
    bytes: exactly(AIR_PIECE_BYTES),
  }),
);
const head = {
  band: fc.integer({ min: 1, max: 32 }),
  state: fc.integer({ min: 0, max: 7 }),
  stamp: u16,
  count: fc.integer({ min: 0, max: 15 }),
  revision: u8,
  heard: fc.integer({ min: 0, max: 15 }),
};
const anyBack: fc.Arbitrary<AirBack> = fc.oneof(
  fc.record({
    ...head,
    kind: fc.constant("signal" as const),
    scale: fc.integer({ min: 0, max: 7 }),
    isUpright: fc.boolean(),
    samples: fc.int8Array({ minLength: 16, maxLength: 16 }),
  }),
  fc.record({
    ...head,
    kind: fc.constant("status" as const),
    batteryPercent: u8,
    wearerCount: u8,
    wearerAction: u8,
    wearerCap: u8,
    boot: u16,
    wearerStamp: u16,
  }),
);

describe("adverts", () => {
  test("what is encoded is decoded, and fits", () => {
    fc.assert(
      fc.property(anyOut, u16, (advert, group) => {
        const payload = encodeAirOut(advert, group);
        expect(payload.length).toBeLessThanOrEqual(AIR_PAYLOAD_BYTES);
        expect(decodeAirOut(payload, group)).toEqual({ advert, ticks: 0 });
      }),
    );
    fc.assert(
      fc.property(anyBack, u16, (advert, group) => {
        const payload = encodeAirBack(advert, group);
        expect(payload.length).toBeLessThanOrEqual(AIR_PAYLOAD_BYTES);
        expect(decodeAirBack(payload, group)).toEqual(advert);
      }),
    );
  });

  test("another group's is refused, whatever it says", () => {
    fc.assert(
      fc.property(anyOut, anyBack, u16, u16, (out, back, group, other) => {
        fc.pre(group !== other);
        expect(decodeAirOut(encodeAirOut(out, group), other)).toBe("wrong-group");
        expect(decodeAirBack(encodeAirBack(back, group), other)).toBe("wrong-group");
      }),
    );
  });

  test("every truncation is refused, or is what it says without a tag", () => {
    fc.assert(
      fc.property(anyOut, anyBack, fc.nat(23), (out, back, cut) => {
        const whole = encodeAirOut(out, 7);
        expect(typeof decodeAirOut(whole.subarray(0, cut % whole.length), 7)).toBe("string");
        const told = encodeAirBack(back, 7);
        expect(typeof decodeAirBack(told.subarray(0, cut % told.length), 7)).toBe("string");
      }),
    );
  });

  test("100,000 times random bytes of any length: a reason, or an advert within its ranges", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: AIR_PAYLOAD_BYTES + AIR_TAG_BYTES + 4 }), fc.boolean(), (bytes, ours) => {
        const group = ours && bytes.length > 1 ? (bytes[0] as number) + 256 * (bytes[1] as number) : 1;
        const out = decodeAirOut(bytes, group);
        if (typeof out === "string") {
          if (!AIR_ERRORS.includes(out)) throw new Error(out);
        } else if (out.advert.kind !== "beacon" && (out.advert.number < 1 || out.advert.number > 255))
          throw new Error("a number out of its range");
        const back = decodeAirBack(bytes, group);
        if (typeof back === "string") {
          if (!AIR_ERRORS.includes(back)) throw new Error(back);
        } else if (back.band < 1 || back.band > 32 || (back.kind === "signal" && back.samples.length !== 16))
          throw new Error("a band out of its range");
      }),
      { numRuns: 100_000 },
    );
  });
});

describe("plans", () => {
  const aired = (segments: Float64Array): Uint8Array =>
    encodeAirPlan({
      bands: 0x3fff_ffff,
      fromMicros: 123_456.5,
      plan: planOf({ beatZeroMicros: sessionMicros(1e6), segments }),
    });

  test("in pieces, padded, a plan is what it was; the longest frame's fits the pieces that can be numbered", () => {
    for (const count of [1, 4, 14]) {
      const segments = Float64Array.from(
        { length: 3 * count },
        (_, i) => [i === 3 * count - 3 ? 0 : 8, 5e5, 0][i % 3] ?? 0,
      );
      const pieces = piecesOf(aired(segments));
      expect(pieces.length).toBeLessThanOrEqual(Math.ceil(MAX_FRAME_BYTES / AIR_PIECE_BYTES));
      expect(pieces.length).toBeLessThan(MAX_AIR_PIECES);
      const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
      expect(decodeAirPlan(whole)?.plan.segments).toEqual(segments);
    }
  });

  test("a wrong bit anywhere in its payload, a cut, or random bytes give no plan", () => {
    const whole = aired(Float64Array.of(0, 5e5, 0));
    for (let bit = 8 * 16; bit < 8 * whole.length; bit++) {
      const hurt = whole.slice();
      hurt[bit >> 3] = (hurt[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(decodeAirPlan(hurt)).toBeUndefined();
    }
    for (let length = 0; length < whole.length; length++)
      expect(decodeAirPlan(whole.subarray(0, length))).toBeUndefined();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 512 }), (bytes) => decodeAirPlan(bytes) === undefined));
  });
});

describe("the air's clock", () => {
  test("a tick is exact, and what a band says it sent is found again within 8 s", () => {
    expect(airMicrosOfTicks(32_768)).toBe(1e6);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e12, noNaN: true }),
        fc.double({ min: -7.9e6, max: 7.9e6, noNaN: true }),
        (air, off) => {
          const found = airMicrosOfStamp(airStampOf(air), air + off);
          expect(Math.abs(found - air)).toBeLessThanOrEqual(1e6 / 4096 + 1e-3);
        },
      ),
    );
  });
});
