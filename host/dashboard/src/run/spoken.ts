import type { SessionView } from "@entrain/session";

export type SpokenLine = NonNullable<NonNullable<SessionView["exercise"]>["line"]>;

/** A piece of a line: from one felt syllable to the next. */
export interface Piece {
  readonly text: string;
  /** Whether it begins with a syllable that is felt. */
  readonly isFelt: boolean;
  /** Whether its turn has come. */
  readonly isSpoken: boolean;
}

/** The line in pieces, as it stands at a time: what was spoken stays as it is, so that nothing flashes. */
export const piecesOf = ({ text, beats }: SpokenLine, tMicros: number): readonly Piece[] => {
  const ordered = [...beats].sort((a, b) => a.at - b.at);
  const first = ordered[0]?.at ?? text.length;
  const upbeat = { text: text.slice(0, first), isFelt: false, isSpoken: (ordered[0]?.tMicros ?? 0) <= tMicros };
  const pieces = ordered.map((beat, k) => ({
    text: text.slice(beat.at, ordered[k + 1]?.at),
    isFelt: true,
    isSpoken: beat.tMicros <= tMicros,
  }));
  return [upbeat, ...pieces].filter((piece) => piece.text !== "");
};
