import type { DyadsView } from "@entrain/session";
import type { VNode } from "preact";
import { dyadWords } from "../../words/dyad-words.ts";
import { t } from "../../words/t.ts";
import { cornersOf, markOf } from "../../ring/marks.ts";

export interface DyadsProps {
  readonly dyads: DyadsView;
  readonly names: readonly string[];
}

const Glyph = ({ member, x, y }: { readonly member: number; readonly x: number; readonly y: number }): VNode => {
  const { colour, shape } = markOf(member);
  const points = cornersOf(shape)
    .map((corner) => `${(x + corner.x * 0.26).toFixed(3)},${(y + corner.y * 0.26).toFixed(3)}`)
    .join(" ");
  const mark = `mark-${String(colour)}`;
  return points === "" ? <circle class={mark} cx={x} cy={y} r="0.26" /> : <polygon class={mark} points={points} />;
};

const LOOKS = { "in-sync": "together", "not-in-sync": "apart", undecided: "open", withheld: "open" } as const;

/** A square for each two people: the fuller, the more together; empty where chance could give it. */
export const DyadMatrix = ({ dyads, names }: DyadsProps): VNode => {
  const size = names.length;
  const beyond = dyads.pairs.filter(({ verdict }) => verdict === "in-sync").length;
  return (
    <svg
      class="matrix"
      viewBox={`-1 -1 ${String(size + 1)} ${String(size + 1)}`}
      role="img"
      aria-label={t("pictures.dyadsWords", { together: beyond, pairs: dyads.pairs.length })}
    >
      {names.map((_, member) => (
        <g key={member}>
          <Glyph member={member} x={member + 0.5} y={-0.45} />
          <Glyph member={member} x={-0.45} y={member + 0.5} />
        </g>
      ))}
      {dyads.pairs.map((pair) => {
        const side = 0.22 + 0.66 * Math.sqrt(Math.max(0, Math.min(1, pair.score ?? 0)));
        const words = `${names[pair.i] ?? ""}, ${names[pair.j] ?? ""}: ${dyadWords(pair)}`;
        return [
          [pair.i, pair.j],
          [pair.j, pair.i],
        ].map(([row = 0, column = 0]) => (
          <rect
            key={`${String(row)} ${String(column)}`}
            class={`cell ${LOOKS[pair.verdict]}`}
            x={column + 0.5 - side / 2}
            y={row + 0.5 - side / 2}
            width={side}
            height={side}
            rx="0.06"
          >
            <title>{words}</title>
          </rect>
        ));
      })}
    </svg>
  );
};
