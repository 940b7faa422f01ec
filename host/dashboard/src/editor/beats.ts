import { parseMetre, type RolePattern } from "@entrain/pacing";

/** How a beat of a pattern is felt. */
export type Beat = "accent" | "beat" | "silent";

const NEXT: Readonly<Record<Beat, Beat>> = { accent: "beat", beat: "silent", silent: "accent" };

/** Beats of a bar, and where its groups begin; a bar of four where the metre is none yet. */
const metreOf = (metre: string): { readonly beatsPerBar: number; readonly groupStarts: readonly number[] } => {
  try {
    return parseMetre(metre);
  } catch {
    return parseMetre("4");
  }
};

/** Every beat of a pattern, in order. */
export const beatsOf = ({ bars = 1, accents, mutes = [] }: RolePattern, metre: string): readonly Beat[] => {
  const { beatsPerBar, groupStarts } = metreOf(metre);
  const led =
    accents ?? Array.from({ length: bars }, (_, bar) => groupStarts.map((k) => bar * beatsPerBar + k + 1)).flat();
  return Array.from({ length: Math.min(16, Math.max(1, bars * beatsPerBar)) }, (_, i) =>
    mutes.includes(i + 1) ? "silent" : led.includes(i + 1) ? "accent" : "beat",
  );
};

/** The pattern once a beat is the next in the round: accented, plain, silent. */
export const withNextBeat = (pattern: RolePattern, metre: string, at: number): RolePattern => {
  const beats = beatsOf(pattern, metre).map((beat, i) => (i === at ? NEXT[beat] : beat));
  const those = (which: Beat): readonly number[] => beats.flatMap((beat, i) => (beat === which ? [i + 1] : []));
  const { mutes: _mutes, ...rest } = pattern;
  const mutes = those("silent");
  return { ...rest, accents: those("accent"), ...(mutes.length > 0 && { mutes }) };
};
