import { describe, expect, it } from "vitest";
import { at, recorded } from "./people.ts";
import { missing, walkers, wrists } from "./real-people.ts";

describe.skipIf(missing !== "")(`two wrists of one person (InfoMusCP/PyEyesWeb, MIT)${missing}`, () => {
  const score = (trial: number) => recorded(wrists(trial), 45).scoreWhole();

  it("trial 3 is in sync and above trial 4, which is not", () => {
    const [together, apart] = [score(3), score(4)];
    expect(together.verdict).toBe("in-sync");
    expect(apart.verdict).not.toBe("in-sync");
    expect(together.score).toBeGreaterThan((apart.score ?? 0) + 0.2);
  });

  it("clapping trial 7 is in sync, 8 is not", () => {
    const [together, apart] = [score(7), score(8)];
    expect(together.verdict).toBe("in-sync");
    expect(apart.verdict).not.toBe("in-sync");
    expect(together.score).toBeGreaterThan((apart.score ?? 0) + 0.2);
  });
});

describe.skipIf(missing !== "")(`two walkers at their own pace (Oxford-step-counter, CC BY 4.0)${missing}`, () => {
  it.each(["hand", "frontpocket"])(
    "%s: not in sync as a whole, nor in more than 5 %% of windows",
    { timeout: 60_000 },
    (placement) => {
      const { people, seconds } = walkers(placement);
      const scorer = recorded(people, seconds);
      expect(scorer.scoreWhole().verdict).not.toBe("in-sync");
      let [windows, alarms] = [0, 0];
      for (const windowS of [10, 15, 20, 30, 60, 120]) {
        for (let from = 0; from + windowS <= seconds; from += 7) {
          windows++;
          if (scorer.scoreWindow(at(from), at(from + windowS), { shifts: 99 }).verdict === "in-sync") alarms++;
        }
      }
      expect(alarms / windows).toBeLessThanOrEqual(0.05);
    },
  );
});
