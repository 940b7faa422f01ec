import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bidsExport } from "../../src/index.ts";
import { bidsLabels } from "../../src/export/bids/labels.ts";
import { filesBelow, motionBidsProblems } from "./bids-checks.ts";
import { BUSY, markedSamples, recorded } from "./recorded.ts";
import { writeAll } from "./read-back.ts";

const session = recorded({
  entries: BUSY,
  config: { exercise: "sway (slow)" },
  samples: (member) => markedSamples(member, 30, 52, member === 0),
});

describe("Motion-BIDS", () => {
  let dir: string;
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), "entrain-bids-"));
    await writeAll(await bidsExport(session), dir);
  });
  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  const find = (end: string): string => join(dir, filesBelow(dir).find((path) => path.endsWith(end)) ?? "absent");

  test("nothing is wrong with what is exported", () => {
    expect(motionBidsProblems(dir)).toEqual([]);
    expect(filesBelow(dir)).toContain(
      "sub-P1/ses-20260303T100000Z/motion/sub-P1_ses-20260303T100000Z_task-swayslow_tracksys-wristband_motion.tsv",
    );
  });

  test.each([
    ["a heading in motion.tsv", "_motion.tsv", (text: string) => `latency\tx\n${text}`, "a heading"],
    ["a channel too few", "_channels.tsv", (text: string) => text.replace(/\n[^\n]+\n$/, "\n"), "as many columns"],
    [
      "a wrong count",
      "_motion.json",
      (text: string) => text.replace(/"ACCELChannelCount": 3/, '"ACCELChannelCount": 4'),
      "ACCELChannelCount",
    ],
    ["an unknown type", "_channels.tsv", (text: string) => text.replace("ACCEL", "ACC"), "keywords"],
    ["time that runs back", "_motion.tsv", (text: string) => text.replace(/\n0\.\d+/, "\n-1"), "latencies"],
  ])("our checks see %s", (_, end, harm, problem) => {
    const path = find(end);
    writeFileSync(path, harm(readFileSync(path, "utf8")));
    expect(motionBidsProblems(dir).join("\n")).toContain(problem);
  });

  test("our checks see that channels.tsv is absent", () => {
    rmSync(find("_channels.tsv"));
    expect(motionBidsProblems(dir).join("\n")).toContain("no channels.tsv");
  });

  test("the onset of each person is told to the microsecond", () => {
    // The second person's first sample: 0.5 s after the start, and a tenth of a sample.
    const scans = filesBelow(dir)
      .filter((path) => path.endsWith("scans.tsv"))
      .sort();
    expect(readFileSync(join(dir, scans[1] ?? ""), "utf8")).toContain("2026-03-03T10:00:00.501923Z");
  });

  test("pulses and changes stand in events, onsets from the person's first sample", () => {
    const events = readFileSync(find("_events.tsv"), "utf8");
    expect(events).toContain("4.500000\tn/a\ttempo\t60\n");
    expect(events).toContain("5.500000\t0.08\tpulse\t200\n");
    expect(events).not.toContain("secret");
  });

  const python = ((): string | undefined => {
    try {
      execFileSync("/usr/bin/python3", ["-c", "import bids_validator"], { stdio: "ignore" });
      return "/usr/bin/python3";
    } catch {
      process.stderr.write("Motion-BIDS: python3-bids-validator is not installed, so it was not asked.\n");
      return undefined;
    }
  })();

  test.skipIf(python === undefined)("Debian's validator accepts every name that it knows of", () => {
    const ask = (paths: readonly string[]): boolean[] =>
      JSON.parse(
        execFileSync(python ?? "", [
          "-c",
          "import sys, json; from bids_validator import BIDSValidator as V; print(json.dumps([V().is_bids(p) for p in sys.argv[1:]]))",
          ...paths.map((path) => `/${path}`),
        ]).toString(),
      ) as boolean[];
    const files = filesBelow(dir);
    const [knowsMotion] = ask(["sub-01/motion/sub-01_task-walk_tracksys-imu_motion.tsv"]);
    if (knowsMotion !== true)
      process.stderr.write(
        "Motion-BIDS: this python3-bids-validator is older than motion; only other names were asked.\n",
      );
    const asked = knowsMotion === true ? files : files.filter((path) => !path.includes("/motion/"));
    const answers = ask([...asked, "participants.csv", "sub-P1/scan.tsv"]);
    expect(answers.slice(-2)).toEqual([false, false]);
    expect(asked.filter((_, k) => answers[k] !== true)).toEqual([]);
  });
});

describe("labels", () => {
  test("hold letters and digits, and stay apart", () => {
    expect(bidsLabels(["Änne-Maria", "anne maria", "P 1", "P1", "狐", ""])).toEqual([
      "AnneMariax1",
      "annemariax2",
      "P1x3",
      "P1x4",
      "5",
      "6",
    ]);
  });
});

test("without any motion there is no data set, and the export says so", async () => {
  const { files, leftOut } = await bidsExport(recorded());
  expect(files).toEqual([]);
  expect(leftOut).toHaveLength(2);
});
