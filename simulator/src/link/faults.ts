import { requireRange } from "../body/require-range.ts";
import type { Random } from "../random/index.ts";

/** XON and XOFF, which serial links with software flow control slip in between the data. */
const FLOW_BYTES = [0x11, 0x13] as const;

/** What may go wrong on the way, each as a probability, 0 to 1. Default 0. */
export interface Faults {
  /** A packet vanishes. */
  readonly lossPerPacket?: number;
  /** One bit of a byte flips. */
  readonly corruptionPerByte?: number;
  /** A byte arrives twice. */
  readonly duplicationPerByte?: number;
  /** A 0x11 or 0x13 that nobody wrote arrives before a byte. */
  readonly flowBytePerByte?: number;
}

/** A packet after its way: its bytes, and how many of them were corrupted. Undefined where it was lost. */
export type Damage = (
  packet: Uint8Array,
) => { readonly bytes: Uint8Array; readonly corruptedBytes: number } | undefined;

/** @throws RangeError for anything that is no probability. */
export const createDamage = (faults: Faults, random: Random): Damage => {
  const chance = (name: keyof Faults): number => requireRange(name, faults[name] ?? 0, 0, 1);
  const loss = chance("lossPerPacket");
  const corruption = chance("corruptionPerByte");
  const duplication = chance("duplicationPerByte");
  const flow = chance("flowBytePerByte");
  // Without a fault nothing is drawn, so that a clean link costs nothing.
  const happens = (probability: number): boolean => probability > 0 && random.uniform() < probability;
  const isBytewise = corruption > 0 || duplication > 0 || flow > 0;

  return (packet) => {
    if (happens(loss)) return undefined;
    if (!isBytewise) return { bytes: packet, corruptedBytes: 0 };
    const bytes: number[] = [];
    let corruptedBytes = 0;
    for (const byte of packet) {
      if (happens(flow)) bytes.push(FLOW_BYTES[random.uniform() < 0.5 ? 0 : 1]);
      const isCorrupted = happens(corruption);
      if (isCorrupted) corruptedBytes++;
      const arrived = isCorrupted ? byte ^ (1 << Math.floor(random.uniform() * 8)) : byte;
      bytes.push(arrived);
      if (happens(duplication)) bytes.push(arrived);
    }
    return { bytes: Uint8Array.from(bytes), corruptedBytes };
  };
};
