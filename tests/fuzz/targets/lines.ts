import { encodeLine, LineReader, type Message } from "@entrain/protocol";
import fc from "fast-check";
import { anyMessage } from "../../../sdk/protocol/test/arbitrary.ts";
import { damagedBytes } from "../damage.ts";
import { diceOf } from "../dice.ts";
import type { Faced, Target } from "../target.ts";

const MESSAGES = 200;
const LINES = 2_000;

/** Typed arrays, too, as their numbers. */
export const textOf = (message: Message): string =>
  JSON.stringify(message, (_key, value: unknown) => (ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value));

const round = (seed: number): Faced => {
  const dice = diceOf(seed);
  const messages = fc.sample(anyMessage, { seed, numRuns: MESSAGES });
  const known = new Set(messages.map(textOf));
  const lines = messages.map((message, seq) => encodeLine(message, seq).slice());
  const faults: string[] = [];
  const reader = new LineReader({
    onMessage: (message) => {
      const text = textOf(message);
      if (!known.has(text)) faults.push(`seed ${String(seed)}: believed ${text}`);
    },
  });
  let bytes = 0;
  for (let line = 0; line < LINES; line++) {
    const damaged = damagedBytes(dice.pick(lines), dice.pick(lines), dice);
    bytes += damaged.length;
    // Links split bytes anywhere.
    const split = dice.below(damaged.length + 1);
    reader.push(damaged.subarray(0, split));
    reader.push(damaged.subarray(split));
  }
  return { bytes, faults };
};

export const damagedLines: Target = {
  name: "lines of a link, damaged",
  holds: "what is read was sent, to the last bit",
  share: 0.3,
  round,
};
