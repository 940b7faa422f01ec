import { expect, it } from "vitest";
import { play, pulsesAfter, rig } from "./rig.ts";

const SEED = 20_261;
const RAMP_MICROS = 7_000_000;

it("low battery is seen at every phase of a beat that lasts a second", () => {
  for (let phase = 0; phase < 40; phase++) {
    const host = rig(SEED + phase);
    host.streams = false;
    host.wait(phase * 25_000);
    play(host, { segments: Float64Array.of(0, 1_000_000, 0) });
    host.wait(RAMP_MICROS);
    host.band.setBattery(3);
    const tEmpty = host.now();
    host.wait(9_000_000);
    expect(pulsesAfter(host, tEmpty + 6_000_000), `phase ${String(phase)}, seed ${String(SEED)}`).toHaveLength(0);
  }
});
