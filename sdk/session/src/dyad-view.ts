import type { DyadMatrix, DyadReading } from "@entrain/synchrony";

/** Two members as a picture of them needs it. Figures are absent where they are withheld. */
export type DyadView = Pick<DyadReading, "i" | "j" | "verdict" | "reasonCode" | "score" | "leadS">;

/** All dyads of the window that ended a little while ago. */
export interface DyadsView extends Pick<DyadMatrix, "startMicros" | "endMicros" | "falseDiscoveryRate"> {
  readonly pairs: readonly DyadView[];
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** @param matrix - of which the figures behind a verdict are left out: a page asks for this every other second */
export const dyadsView = ({ startMicros, endMicros, falseDiscoveryRate, pairs }: DyadMatrix): DyadsView => ({
  startMicros,
  endMicros,
  falseDiscoveryRate,
  pairs: pairs.map(({ i, j, verdict, reasonCode, score, leadS }) => ({
    i,
    j,
    verdict,
    ...(reasonCode !== undefined && { reasonCode }),
    ...(score !== undefined && { score: rounded(score, 3) }),
    ...(leadS !== undefined && { leadS: rounded(leadS, 4) }),
  })),
});
