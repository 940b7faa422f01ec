import type { VNode } from "preact";
import { cornersOf, markNumbered, markOf } from "../ring/marks.ts";

export interface MarkGlyphProps {
  readonly member: number;
  /** In place of the one that the member has. */
  readonly mark?: number;
  /** Whether the person is on the ring; otherwise an empty outline, as at their seat. */
  readonly filled: boolean;
}

/** The same shape and colour that stand for a person on the ring. */
export const MarkGlyph = ({ member, mark, filled }: MarkGlyphProps): VNode => {
  const { colour, shape } = mark === undefined ? markOf(member) : markNumbered(mark);
  const corners = cornersOf(shape);
  const points = corners.map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`).join(" ");
  return (
    <svg
      class={filled ? `glyph mark-${String(colour)}` : "glyph empty"}
      viewBox="-1.55 -1.55 3.1 3.1"
      aria-hidden="true"
    >
      {corners.length === 0 ? <circle r="1" /> : <polygon points={points} />}
    </svg>
  );
};
