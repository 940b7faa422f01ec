import { expect, test } from "vitest";
import { runTarget } from "./run-target.ts";
import { allTargets } from "./targets/index.ts";

// The short version of `npm run fuzz`. FUZZ_SEED=… faces the same again.

const SEED = Number(process.env["FUZZ_SEED"] ?? 20_261_123);
const BYTES = 3e6;

test.each(allTargets().map((target) => [target.name, target] as const))(
  "%s",
  async (_name, target) => {
    const { bytes, faults } = await runTarget(target, target.share * BYTES, SEED);
    expect(faults, `seed ${String(SEED)}`).toEqual([]);
    expect(bytes).toBeGreaterThan(0);
  },
  60_000,
);

test("a decoder that believes too much is found", async () => {
  const believer = {
    name: "believes",
    holds: "nothing",
    share: 1,
    round: () => ({ bytes: 10, faults: ["believed"] }),
  };
  expect((await runTarget(believer, 25, 1)).faults).toHaveLength(3);
});
