import type { Dice } from "./dice.ts";

/** Bytes changed, left out, doubled, cut or crossed with another's: what links, disks and people do to bytes. */
export const damagedBytes = (bytes: Uint8Array, other: Uint8Array, { uniform, below }: Dice): Uint8Array => {
  const at = below(bytes.length + 1);
  const kind = uniform();
  if (kind < 0.15) return bytes.slice(0, at);
  if (kind < 0.3) return joined(bytes.subarray(0, at), other.subarray(below(other.length + 1)));
  if (kind < 0.4) return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + below(4)));
  if (kind < 0.5) return joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - 1 - below(8))));
  if (kind < 0.6) return joined(bytes.subarray(0, at), Uint8Array.of(below(256)), bytes.subarray(at));
  const out = bytes.slice();
  for (let flips = 1 + below(6); flips > 0 && out.length > 0; flips--) {
    const place = below(out.length);
    const old = out[place] ?? 0;
    out[place] = uniform() < 0.5 ? old ^ (1 << below(8)) : below(256);
  }
  return out;
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
