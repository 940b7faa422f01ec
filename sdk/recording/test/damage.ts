import { mulberry32 } from "@entrain/synchrony";
import { recover, MemoryFile, openSession, RecordingError, sourceOf } from "../src/index.ts";
import { readBack } from "./sessions.ts";

/** A file cut, flipped or overwritten at random places; never the same as it was. */
export const damaged = (bytes: Uint8Array, random: () => number): Uint8Array => {
  const at = (): number => Math.floor(random() * bytes.length);
  const kind = random();
  if (kind < 0.3) return bytes.slice(0, at());
  const out = bytes.slice();
  if (kind < 0.5) out[at()] = (out[at()] ?? 0) ^ (1 << Math.floor(8 * random()));
  const flips = kind < 0.5 ? 1 : 1 + Math.floor(8 * random());
  for (let i = 0; i < flips; i++) {
    const place = at();
    out[place] = (out[place] ?? 0) ^ (1 + Math.floor(255 * random()));
  }
  if (kind > 0.8) {
    const from = at();
    const length = Math.floor(random() * 5_000);
    if (kind < 0.9) out.fill(Math.floor(256 * random()), from, from + length);
    else out.copyWithin(at(), from, from + length);
  }
  return kind > 0.7 && kind < 0.8 ? out.slice(0, at()) : out;
};

/** Whether two entries say the same; JSON tells lines (typed arrays) and numbers apart to the last bit. */
const text = (value: unknown): string => JSON.stringify(value);

/** @returns what is wrong with how a damaged file was read, or undefined */
export const faultOf = async (
  damagedBytes: Uint8Array,
  original: ReadonlyMap<number, string>,
): Promise<string | undefined> => {
  const { entries, warnings } = await readBack(damagedBytes);
  for (const { number, entry } of entries)
    if (original.get(number) !== text(entry)) return `entry ${String(number)} was believed: ${text(entry)}`;
  if (warnings.length === 0) return `${String(original.size - entries.length)} entries are missing without a warning`;
  return faultOfRecovery(damagedBytes, entries.length);
};

const faultOfRecovery = async (bytes: Uint8Array, count: number): Promise<string | undefined> => {
  const source = sourceOf(bytes);
  const session = await openSession(source, "damaged").catch((error: unknown) => {
    if (error instanceof RecordingError && error.code === "not-a-session-file") return undefined;
    throw error;
  });
  if (session === undefined) return undefined;
  const file = new MemoryFile();
  const { kept } = await recover(source, session, file);
  const again = await readBack(file.bytes);
  const wrong = again.warnings.find(({ code }) => code !== "missing");
  if (wrong !== undefined) return `the recovered file: ${wrong.message}`;
  const expected = count + (again.entries.length > count ? 1 : 0);
  return kept === count && again.entries.length === expected
    ? undefined
    : `kept ${String(kept)} of ${String(count)}, ${String(again.entries.length)} in the recovered file`;
};

export interface DamageRun {
  readonly files: number;
  readonly faults: readonly string[];
}

/** Damages a file many times over. The seed stands in every fault. */
export const damageRun = async (
  bytes: Uint8Array,
  files: number,
  seed: number,
  damage = damaged,
): Promise<DamageRun> => {
  const original = new Map((await readBack(bytes)).entries.map(({ number, entry }) => [number, text(entry)]));
  const faults: string[] = [];
  for (let k = 0; k < files; k++) {
    const random = mulberry32(seed + k);
    const changed = damage(bytes, random);
    if (changed.length === bytes.length && changed.every((byte, i) => byte === bytes[i])) continue;
    const fault = await faultOf(changed, original);
    if (fault !== undefined) faults.push(`seed ${String(seed + k)}: ${fault}`);
  }
  return { files, faults };
};
