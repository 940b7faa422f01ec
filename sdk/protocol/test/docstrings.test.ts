import { expect, test } from "vitest";
import { encodeLine, microsOfBeat } from "../src/index.ts";

test("the line of encodeLine's docstring", () => {
  expect(new TextDecoder().decode(encodeLine({ kind: "stopAll" }, 7))).toBe("CAAHAAAAAABk9MKr\n");
});

test("the times of microsOfBeat's docstring", () => {
  expect(microsOfBeat([0, 600_000, 0], 3)).toBe(1_800_000);
  expect(microsOfBeat([4, 600_000, -25_000, 0, 500_000, 0], 5)).toBe(2_700_000);
});
