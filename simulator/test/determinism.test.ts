import { createHash } from "node:crypto";
import { AckResult } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { VirtualClock } from "@entrain/time/testing";
import { expect, test } from "vitest";
import { castOf, createWorld } from "../src/index.ts";
import { Host } from "./host.ts";

const BOOT_MICROS = 100_000;

/** What every link carried to the host in 20 s of playing and streaming, and what was felt, as one hash a band. */
const hashes = (seed: number, members: number): readonly string[] => {
  const clock = new VirtualClock();
  const { bands } = createWorld({ scheduler: clock, seed, cast: castOf(members) });
  const hashed = bands.map((band) => {
    const hash = createHash("sha256");
    const host = new Host(clock, band);
    const { onBytes } = band.link.host;
    band.link.host.onBytes = (bytes) => {
      hash.update(bytes).update(String(clock.nowMicros()));
      onBytes?.(bytes);
    };
    return { hash, host };
  });
  // Each host does what it does at times of its own, so that none waits for another.
  const tStart = clock.nowMicros();
  for (const { host } of hashed) {
    const at = (micros: number, action: () => void): void => {
      clock.at((tStart + micros) as never, action);
    };
    at(BOOT_MICROS, () => host.send({ kind: "helloRequest", protocolVersion: 1 }));
    for (let i = 0; i < 8; i++)
      at(300_000 + 100_000 * i, () => host.send({ kind: "clockRequest", hostSentMicros: clock.nowMicros() }));
    at(1_300_000, () => {
      host.send({ kind: "clockMap", ...host.map() });
      host.keepContact();
    });
    at(1_500_000, () => host.send(planOf({ beatZeroMicros: host.after(600_000) })));
    at(1_700_000, () => host.send({ kind: "start", revision: 1, fromMicros: host.now() }));
  }
  clock.advanceBy(20_000_000);
  for (const { host } of hashed) {
    expect(host.all("ack").map(({ result }) => result)).not.toContain(AckResult.notReady);
    expect(host.all("imuBurst").length).toBeGreaterThan(100);
    expect(host.all("pulsePlayed").length).toBeGreaterThan(10);
  }
  return hashed.map(({ hash, host }) => hash.update(host.band.felt.join()).digest("hex"));
};

test("the same seed gives the same bytes at the same times, another gives others, a seventh band changes nothing", () => {
  const once = hashes(7, 6);
  expect(new Set(once).size).toBe(6);
  expect(hashes(7, 6)).toEqual(once);
  expect(hashes(7, 7).slice(0, 6)).toEqual(once);
  const other = hashes(8, 6);
  for (const [i, hash] of other.entries()) expect(hash).not.toBe(once[i]);
});
