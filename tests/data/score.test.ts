import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { entrain, ROOT } from "../e2e/entrain.ts";

/** Real recordings of real people; never copied into the project. */
const DATA = process.env["ENTRAIN_DATA"] ?? join(ROOT, "../shared/data");
const isThere = existsSync(DATA);
const why = isThere ? "" : " (skipped: no recordings at ENTRAIN_DATA)";
const TIMEOUT = 60_000;

interface Scored {
  readonly verdict: string;
  readonly score: number | null;
  readonly windows: readonly { readonly startS: number; readonly endS: number; readonly verdict: string }[];
  readonly members: readonly {
    readonly name: string;
    readonly samples: number;
    readonly states: Record<string, number>;
  }[];
}

const score = async (...args: string[]): Promise<Scored> => {
  const { code, stdout, stderr } = await entrain("score", "--json", ...args);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const scored = JSON.parse(stdout) as Scored;
  for (const { states } of scored.members)
    expect(Object.values(states).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  return scored;
};

/** Two people, each walking at their own pace: whoever calls them synchronised is wrong. */
const walkers = (placement: string, window: number): Promise<Scored> => {
  const dir = join(DATA, "walking-pairs");
  const files = readdirSync(dir).filter((name) => name.includes(`_${placement}_`));
  const named = files.map((file) => ({
    user: file.split("_")[0] ?? "",
    start: /\d{13}/.exec(file)?.[0] ?? "",
    path: join(dir, file),
  }));
  return score(
    ...named.map(({ user, path }) => `${user}=${path}`),
    ...["--columns", "t=0,x=1,y=2,z=3", "--time-unit", "ns", "--accel-unit", "ms2", "--window", String(window)],
    ...named.flatMap(({ user, start }) => ["--start", `${user}=${start}`]),
  );
};

const wrists = (trial: number): Promise<Scored> =>
  score(join(DATA, "wrist-imu", `imu_trial${String(trial)}.tsv`), "--members", "RWristIn,LWristIn", "--window", "10");

describe.skipIf(!isThere)(`entrain score on real recordings${why}`, { timeout: TIMEOUT }, () => {
  test.each([
    ["hand", 10],
    ["hand", 30],
    ["frontpocket", 10],
    ["frontpocket", 30],
  ])("two walkers at their own pace, %s, windows of %d s: not called in sync", async (placement, window) => {
    const { verdict, windows, members } = await walkers(placement, window);
    expect(verdict).not.toBe("in-sync");
    expect(members.map(({ name }) => name)).toEqual(["user1", "user2"]);
    const inSync = windows.filter((each) => each.verdict === "in-sync");
    expect(inSync.length / windows.length).toBeLessThanOrEqual(0.05);
  });

  test("two wrists in step, and the same two not", async () => {
    const [together, apart] = await Promise.all([wrists(3), wrists(4)]);
    expect(together.verdict).toBe("in-sync");
    expect(apart.verdict).not.toBe("in-sync");
    expect(together.score ?? -1).toBeGreaterThan(apart.score ?? -1);
  });

  test("clapping together, and not", async () => {
    const [together, apart] = await Promise.all([wrists(7), wrists(8)]);
    expect(together.verdict).toBe("in-sync");
    expect(apart.verdict).not.toBe("in-sync");
  });

  test("the picture and the figures are written together", async () => {
    const dir = mkdtempSync(join(tmpdir(), "entrain-score-"));
    try {
      const { code } = await entrain(
        "score",
        join(DATA, "wrist-imu/imu_trial3.tsv"),
        "--members",
        "RWristIn,LWristIn",
        "--window",
        "10",
        "--out",
        dir,
      );
      expect(code).toBe(0);
      expect(readdirSync(dir).sort()).toEqual(["score.json", "score.svg"]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
