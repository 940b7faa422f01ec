import { Decrypter, Encrypter } from "age-encryption";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { joined } from "../src/at-rest/layout.ts";
import {
  type ByteSink,
  createSealingSink,
  type KeyPair,
  newKeyPair,
  openSealed,
  RecordingError,
  sealingOf,
  sourceOf,
} from "../src/index.ts";

/** Keeps what it is given; what a crash at any moment leaves is a prefix of it. */
class MemorySink implements ByteSink {
  readonly parts: Uint8Array[] = [];
  syncs = 0;
  closed = false;
  refusal: Error | undefined;
  append(bytes: Uint8Array): void {
    if (this.refusal) throw this.refusal;
    this.parts.push(bytes.slice());
  }
  sync(): void {
    this.syncs++;
  }
  close(): void {
    this.closed = true;
  }
  get bytes(): Uint8Array {
    return joined(this.parts);
  }
}

const text = (length: number, from = 0): Uint8Array => Uint8Array.from({ length }, (_, i) => (from + i * 7) & 255);
const all = async (bytes: Uint8Array, keys: KeyPair): Promise<Uint8Array> => {
  const source = await openSealed(sourceOf(bytes), { identities: [keys.identity] });
  return source.read(0, source.size);
};

let keys: KeyPair;
let other: KeyPair;
beforeAll(async () => {
  keys = await newKeyPair();
  other = await newKeyPair();
});

const sealed = async (parts: readonly Uint8Array[]): Promise<MemorySink> => {
  const below = new MemorySink();
  const sink = await createSealingSink(below, { recipients: [keys.recipient] });
  for (const part of parts) {
    sink.append(part);
    sink.sync();
    await sink.settled();
  }
  sink.close();
  await sink.settled();
  return below;
};

describe("a sealed file, hostile first", () => {
  test("another key, no key, and a text that is no key are refused, and no secret is shown", async () => {
    const { bytes } = await sealed([text(100)]);
    await expect(all(bytes, other)).rejects.toMatchObject({ code: "locked" });
    await expect(openSealed(sourceOf(bytes), {})).rejects.toMatchObject({ code: "locked" });
    await expect(openSealed(sourceOf(bytes), { identities: ["MY-OWN-TEXT"] })).rejects.toSatisfy(
      (error: RecordingError) => error.code === "bad-key" && !error.message.includes("MY-OWN"),
    );
  });

  test("a key that is none leaves nothing behind", async () => {
    for (const recipients of [[], ["age1nonsense"], ["ssh-rsa AAAA"]]) {
      const below = new MemorySink();
      await expect(createSealingSink(below, { recipients })).rejects.toMatchObject({ code: "bad-key" });
      expect(below.parts).toEqual([]);
    }
  });

  test("cut at any byte: whole segments are read, and only those", async () => {
    const parts = [text(40, 1), text(300, 2), text(70_000, 3)];
    const { bytes, parts: segments } = await sealed(parts);
    const ends = segments.map((_, k) => joined(segments.slice(0, k + 1)).length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), async (length) => {
        const cut = bytes.subarray(0, length);
        const whole = ends.filter((end) => end <= length).length;
        // 18 bytes say that it is sealed; without the first segment there is no key.
        if (length < 18) expect(await sealingOf(sourceOf(cut))).toBe("none");
        else if (whole === 0) await expect(all(cut, keys)).rejects.toMatchObject({ code: "damaged" });
        else expect(await all(cut, keys)).toEqual(joined(parts.slice(0, whole - 1)));
      }),
      { numRuns: 60 },
    );
  });

  test("a flipped bit is an error or takes the end away; it never gives other bytes", async () => {
    const plain = [text(500, 1), text(500, 2)];
    const { bytes } = await sealed(plain);
    const whole = joined(plain);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 18, max: bytes.length - 1 }), fc.nat(7), async (at, bit) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        const read = await all(flipped, keys).catch((error: unknown) => {
          expect(error).toBeInstanceOf(RecordingError);
          return undefined;
        });
        if (read !== undefined) expect(read).toEqual(whole.subarray(0, read.length));
      }),
      { numRuns: 100 },
    );
  });

  test("a segment left out, doubled or moved is found", async () => {
    const { parts } = await sealed([text(10, 1), text(10, 2), text(10, 3)]);
    const [head, a, b, c] = parts as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    for (const order of [
      [head, b, c],
      [head, a, c],
      [head, a, a, b, c],
      [head, b, a, c],
    ]) {
      await expect(all(joined(order), keys)).rejects.toMatchObject({ code: "damaged" });
    }
  });
});

describe("a sealed file", () => {
  test("gives back what was appended, from anywhere in it", async () => {
    const plain = Array.from({ length: 12 }, (_, k) => text(1000 * k, k));
    const { bytes } = await sealed(plain);
    const whole = joined(plain);
    const source = await openSealed(sourceOf(bytes), { identities: [other.identity, keys.identity] });
    expect(source.size).toBe(whole.length);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length + 10), fc.nat(30_000), async (offset, length) => {
        expect(await source.read(offset, length)).toEqual(whole.subarray(offset, offset + length));
      }),
      { numRuns: 20 },
    );
  });

  test("nothing plain reaches the medium, and what is appended is handed over without waiting for more", async () => {
    const below = new MemorySink();
    const sink = await createSealingSink(below, { recipients: [keys.recipient] });
    const plain = Uint8Array.from(Buffer.from("Ann said: a little lighter today"));
    sink.append(plain);
    expect(below.parts).toHaveLength(1);
    sink.append(plain);
    await sink.settled();
    // Both in one segment: what is appended together is sealed together.
    expect(below.parts).toHaveLength(2);
    sink.sync();
    await sink.settled();
    expect(below.syncs).toBe(1);
    expect(Buffer.from(below.bytes).includes(Buffer.from("lighter"))).toBe(false);
    expect(await all(below.bytes, keys)).toEqual(joined([plain, plain]));
  });

  test("a full disk is said, and once there is room again, sealing goes on", async () => {
    const below = new MemorySink();
    const sink = await createSealingSink(below, { recipients: [keys.recipient] });
    below.refusal = new Error("no space left on device");
    sink.append(text(10));
    sink.sync();
    await expect(sink.settled()).rejects.toThrow("no space left");
    below.refusal = undefined;
    sink.append(text(40));
    sink.close();
    await sink.settled();
    expect(below.closed).toBe(true);
    expect(await all(below.bytes, keys)).toEqual(text(40));
  });

  test("by passphrase; the wrong one is refused", async () => {
    const below = new MemorySink();
    const sink = await createSealingSink(below, { passphrase: "a slow walk home", workFactor: 10 });
    sink.append(text(10));
    sink.close();
    await sink.settled();
    const source = await openSealed(sourceOf(below.bytes), { passphrases: ["a slow walk home"] });
    expect(await source.read(0, 10)).toEqual(text(10));
    await expect(openSealed(sourceOf(below.bytes), { passphrases: ["another"] })).rejects.toMatchObject({
      code: "locked",
    });
  });

  test("every segment is an age file of its own, so that any age program can mend what is left", async () => {
    const { parts } = await sealed([text(10, 5)]);
    const [head, segment] = parts as [Uint8Array, Uint8Array];
    const first = new Decrypter();
    first.addIdentity(keys.identity);
    const inner = new Decrypter();
    inner.addIdentity(await first.decrypt(head.subarray(18 + 4), "text"));
    expect((await inner.decrypt(segment.subarray(4))).subarray(4)).toEqual(text(10, 5));
  });

  test("what another age program sealed is read too, and a plain file is handed back as it is", async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(keys.recipient);
    expect(await all(await encrypter.encrypt(text(200_000)), keys)).toEqual(text(200_000));
    const plain = sourceOf(text(9));
    expect(await openSealed(plain, {})).toBe(plain);
  });
});
