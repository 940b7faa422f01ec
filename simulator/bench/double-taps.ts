import { sessionMicros, WearerAction } from "@entrain/protocol";
import { createRandom } from "../src/index.ts";
import type { Host } from "../test/host.ts";
import { tapTwice, wear, type Wearing } from "../test/tapping.ts";

// How often a double tap is recognised, by how hard people tap, and how often drumming and clapping are taken for one. Usage:
//   node --conditions=@entrain/source --import tsx simulator/bench/double-taps.ts [minutes of each movement] [double taps]

const SEED = 1_618;
const [minutes = 10, taps = 200] = process.argv.slice(2).map(Number);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const start = (host: Host, bpm: number): void => {
  host.begin();
  const beatZeroMicros = sessionMicros(host.now() + 600_000);
  host.command({
    kind: "plan",
    beatZeroMicros,
    revision: 1,
    totalBeats: 0,
    fadeMillis: 0,
    pulseMillis: 120,
    accentMask: 1,
    muteMask: 0,
    beatsPerBar: 4,
    subdivision: 1,
    strength: 255,
    accentStrength: 255,
    swellBeats: 0,
    segments: Float64Array.of(0, 60e6 / bpm, 0),
  });
  host.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros });
};
const stops = (host: Host): number => host.all("wearerEvent").filter(({ event }) => event === WearerAction.stop).length;

const recognised = (medianG: number): number => {
  const random = createRandom(SEED);
  let count = 0;
  for (let i = 0; i < taps; i++) {
    const host = wear(SEED + i, { gesture: "sway", manner: "still", bpm: 60 });
    start(host, 100);
    host.wait(3_000_000 + 600_000 * random.uniform());
    tapTwice(host, () => random.normal(), medianG);
    host.wait(400_000);
    count += stops(host);
  }
  return count / taps;
};

for (const medianG of [4, 5, 6, 8, 10])
  say(`tapping with ${String(medianG)} g: ${(100 * recognised(medianG)).toFixed(1)} % of ${String(taps)} recognised`);

const MOVEMENTS: readonly Wearing[] = [
  { gesture: "drum", manner: "follows", bpm: 90 },
  { gesture: "drum", manner: "follows", bpm: 180 },
  { gesture: "drum", manner: "own-rhythm", bpm: 240 },
  { gesture: "clap", manner: "follows", bpm: 90 },
  { gesture: "clap", manner: "follows", bpm: 150 },
  { gesture: "clap", manner: "own-rhythm", bpm: 240 },
];
MOVEMENTS.forEach((wearing, i) => {
  let found = 0;
  for (let part = 0; part < minutes; part++) {
    const host = wear(SEED + 100 * i + part, wearing);
    start(host, wearing.bpm);
    host.wait(60_000_000);
    found += stops(host);
  }
  say(`${wearing.gesture} at ${String(wearing.bpm)} a minute: ${String(found)} false stops in ${String(minutes)} min`);
});
