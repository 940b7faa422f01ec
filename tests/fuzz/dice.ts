import { mulberry32 } from "@entrain/synchrony";

export interface Dice {
  readonly uniform: () => number;
  /** A whole number from 0 to below `under`. */
  readonly below: (under: number) => number;
  readonly pick: <T>(choices: readonly [T, ...T[]] | readonly T[]) => T;
}

export const diceOf = (seed: number): Dice => {
  const uniform = mulberry32(seed);
  const below = (under: number): number => Math.floor(uniform() * under);
  return { uniform, below, pick: (choices) => choices[below(choices.length)] as (typeof choices)[number] };
};
