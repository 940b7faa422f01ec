import { describe, expect, test } from "vitest";
import { loadLsl, openLslOutlet } from "../src/index.ts";
import { groupValues, memberChannels, memberValues } from "../src/lsl/channels.ts";
import { newMarkers } from "../src/lsl/markers.ts";
import { sentView } from "../src/index.ts";
import { openInlet } from "./lsl-inlet.ts";
import { IN_SYNC, memberOf, viewOf } from "./views.ts";

const all = (): boolean => true;

describe("Lab Streaming Layer, without a library", () => {
  test("its absence is one line that says what to do", () => {
    expect(() => loadLsl("/no/such/liblsl.so")).toThrow(/expected liblsl for --lsl, found none.*ENTRAIN_LSL/);
  });

  test("a library of another kind is refused", () => {
    if (process.platform !== "linux") return;
    expect(() => loadLsl("libm.so.6")).toThrow(/without its functions/);
  });

  test("a row has a value for every channel; what is withheld is NaN", () => {
    const view = sentView(viewOf({ members: [memberOf("a"), memberOf("b", { state: "still" })] }), all);
    expect(memberValues(view)).toHaveLength(memberChannels(2).length);
    expect([...memberValues(view)].slice(4)).toEqual([0, NaN, NaN, NaN]);
    expect([...groupValues(view)].slice(0, 6)).toEqual([NaN, NaN, NaN, NaN, NaN, NaN]);
  });

  test("markers say what changed, once", () => {
    const first = sentView(viewOf({ playing: false }), all);
    const then = sentView(viewOf({ group: IN_SYNC }), all);
    expect(newMarkers(undefined, first)).toEqual(["rest", "tempo 90", "verdict withheld"]);
    expect(newMarkers(first, then)).toEqual(["play", "verdict in-sync"]);
    expect(newMarkers(then, then)).toEqual([]);
  });
});

const path = process.env["ENTRAIN_LSL"];
if (path === undefined) process.stderr.write("Lab Streaming Layer: not tried; set ENTRAIN_LSL to a liblsl.\n");

describe.skipIf(path === undefined)("Lab Streaming Layer, with a receiver", () => {
  test("a receiver finds the streams, their channels, values and times", { timeout: 30_000 }, async () => {
    const members = [memberOf("Ann"), memberOf("Ben")];
    const outlet = openLslOutlet({ path, view: viewOf({ members }) });
    try {
      const inlet = openInlet(path ?? "", "Entrain group");
      const beforeS = inlet.localClock();
      // The first views may pass before the receiver is connected.
      const sample = await inlet.pull(() => outlet.send(viewOf({ members, group: IN_SYNC, beat: 6.5 })));
      expect(sample.values).toEqual([0.625, 0.125, 0.03125, 0.75, 1.5, expect.closeTo(-Math.PI / 2, 6), 90, 6.5]);
      expect(sample.tS).toBeGreaterThan(beforeS - 0.26);
      expect(sample.tS).toBeLessThan(inlet.localClock() - 0.24);
      expect(inlet.xml).toContain("<label>score</label>");
      expect(inlet.xml).toContain("<estimator>test 1</estimator>");
      expect(inlet.xml).not.toMatch(/Ann|Ben|Tuesday/);
      inlet.close();
    } finally {
      await outlet.close();
    }
  });
});
