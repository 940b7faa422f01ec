/**
 * Cost of one live frame (40 ms of session time: 4 samples a member in, one reading out), everything included.
 * Run: node --conditions=@entrain/source --import tsx sdk/synchrony/bench/live.ts [members] [seconds]
 */
import { sessionMicros } from "@entrain/protocol";
import { createGroupScorer, mulberry32 } from "../src/index.ts";

const members = Number(process.argv[2] ?? 30);
const seconds = Number(process.argv[3] ?? 120);
const originMicros = 123_456_789;
const random = mulberry32(20260101);
const scorer = createGroupScorer({
  members: Array.from({ length: members }, (_, k) => ({ name: `m${String(k)}`, placement: "wrist" as const })),
  tStartMicros: sessionMicros(originMicros),
  random,
});
scorer.setPacer((tMicros) => ((tMicros - originMicros) / 1e6) * 1.7);
const phases = Array.from({ length: members }, () => random());
/** Ten seconds of packets a member, made beforehand so that making them is not measured. */
const packets = Array.from({ length: members }, (_, k) =>
  Array.from({ length: 250 }, (__, frame) => {
    const accelG = new Float64Array(12);
    for (let i = 0; i < 4; i++) {
      const s = frame * 0.04 + i * 0.01;
      accelG[3 * i] = 0.2 * Math.cos(2 * Math.PI * (1.7 * s + 0.1 * (phases[k] ?? 0))) + 0.02 * (random() - 0.5);
      accelG[3 * i + 1] = 0.02 * (random() - 0.5);
      accelG[3 * i + 2] = 1 + 0.02 * (random() - 0.5);
    }
    return accelG;
  }),
);
const none = new Float64Array(12);
const times = new Float64Array(4);
const took: number[] = [];
let cpuAtSteady = process.cpuUsage();
const published: number[] = [];
for (let frame = 0; frame < seconds * 25; frame++) {
  if (frame === 1000) cpuAtSteady = process.cpuUsage();
  for (let i = 0; i < 4; i++) times[i] = originMicros + frame * 40_000 + i * 10_000;
  const begun = process.hrtime.bigint();
  for (let k = 0; k < members; k++) scorer.pushSamples(k, times, packets[k]?.[frame % 250] ?? none, 4);
  scorer.advance(originMicros + frame * 40_000 + 30_000);
  took.push(Number(process.hrtime.bigint() - begun) / 1000);
  const reading = process.hrtime.bigint();
  scorer.reading();
  published.push(Number(process.hrtime.bigint() - reading) / 1000);
}
const cpu = process.cpuUsage(cpuAtSteady);
const print = (name: string, value: number): void => {
  const rounded = Math.round(value * 10) / 10;
  process.stdout.write(
    `${JSON.stringify({ name: `${name}, ${String(members)} members`, value: rounded, unit: "µs/frame" })}\n`,
  );
};
const report = (name: string, all: number[]): void => {
  const values = all.slice(1000).sort((a, b) => a - b);
  const at = (q: number): number => values[Math.floor(q * (values.length - 1))] ?? NaN;
  print(`${name} mean`, values.reduce((sum, v) => sum + v, 0) / values.length);
  print(`${name} p50`, at(0.5));
  print(`${name} p99`, at(0.99));
};
report("push and advance", took);
report("reading", published);
/** Robust on a shared machine: processor time of the whole process, not waiting. */
print("all, processor time mean", (cpu.user + cpu.system) / (seconds * 25 - 1000));
