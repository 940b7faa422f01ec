// A session of thirty members at 100 Hz, written, opened and replayed in a process of its own. Argument: minutes.
// Prints one JSON object, a Measured.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bandMicros, type BandMessage, encodeLine, type MessageOf, sessionMicros } from "@entrain/protocol";
import { jsonDigest, openSession, readEntries } from "@entrain/recording";
import { FileSink, FileSource } from "@entrain/recording/node";
import { Recorder, Replayer } from "@entrain/session";
import { createGroupScorer, mulberry32, type Reading } from "@entrain/synchrony";
import { VirtualClock } from "@entrain/time/testing";
import { processorMicros } from "./statistics.ts";

export interface Measured {
  readonly bytes: number;
  readonly entries: number;
  /** Processor time of writing a second of the session. */
  readonly writeMicrosPerS: number;
  /** Resident memory at the end of the first tenth, and at the end. */
  readonly writeRss: readonly [first: number, last: number];
  readonly openS: number;
  readonly openRss: number;
  readonly replayedS: number;
  readonly replayS: number;
  readonly replayRss: readonly [first: number, last: number];
}

const MEMBERS = 30;
const BURST = 4;
const BURST_MICROS = 40_000;
const TEMPO_HZ = 1.7;
const STEPS_PER_G = 2_048;
const REPLAY_MICROS = 180e6;
const FIRST = 0.1;
const SKEW_MICROS = 5_000_000;
const minutes = Number(process.argv[2] ?? 60);

const hello = (member: number): MessageOf<"hello"> => ({
  kind: "hello",
  protocolVersion: 1,
  capabilities: 7,
  bootId: 1 + member,
  accelScaleG: 1 / STEPS_PER_G,
  gyroScaleDps: 0.07,
  motorLagMicros: 0,
  bandId: member,
  maxCredit: 2,
  wearerCap: 255,
  state: 0,
  boardId: "xiao-sense",
  firmwareVersion: "0.1.0",
  interpreterVersion: "2v24",
});

const random = mulberry32(1);
const burst = (member: number, tMicros: number, index: number): BandMessage => {
  const samples = new Int16Array(6 * BURST);
  for (let i = 0; i < BURST; i++) {
    const s = (tMicros + i * 10_000) / 1e6;
    const sway = 0.3 * Math.cos(2 * Math.PI * TEMPO_HZ * s + 0.02 * member) + 0.02 * (random() - 0.5);
    samples.set([0, 0, 0, sway * STEPS_PER_G, 20 * random(), STEPS_PER_G], 6 * i);
  }
  const tFirstMicros = bandMicros(tMicros + SKEW_MICROS);
  return {
    kind: "imuBurst",
    tFirstMicros,
    tLastMicros: bandMicros(tFirstMicros + 30_000),
    firstIndex: index,
    axes: 6,
    samples,
  };
};

const exchange = (tMicros: number): BandMessage => ({
  kind: "clockReply",
  hostSentMicros: sessionMicros(tMicros - 3_000),
  bandReceivedMicros: bandMicros(tMicros + SKEW_MICROS - 1_500),
  bandSentMicros: bandMicros(tMicros + SKEW_MICROS - 1_400),
});

/** A reading of thirty people who move together, as large as such readings are. */
const readingOf = (): Reading => {
  const names = Array.from({ length: MEMBERS }, (_, k) => ({ name: `P${String(k + 1)}`, placement: "wrist" as const }));
  const scorer = createGroupScorer({ members: names, tStartMicros: sessionMicros(0), random, windowS: 10 });
  for (let tMicros = 0; tMicros < 25e6; tMicros += 10_000) {
    const accelG = Float64Array.of(0.3 * Math.cos((2 * Math.PI * TEMPO_HZ * tMicros) / 1e6), 0.01 * random(), 1);
    for (let member = 0; member < MEMBERS; member++) scorer.pushSamples(member, Float64Array.of(tMicros), accelG, 1);
  }
  scorer.advance(24e6);
  return scorer.reading();
};

const rss = (): number => process.memoryUsage.rss();
const dir = mkdtempSync(join(tmpdir(), "entrain-bench-"));
const path = join(dir, "hour.mcap");

const write = (): Pick<Measured, "bytes" | "entries" | "writeMicrosPerS" | "writeRss"> => {
  const clock = new VirtualClock();
  const tStart = clock.nowMicros();
  const recorder = new Recorder({
    sink: new FileSink(path),
    scheduler: clock,
    sessionId: "bench",
    title: "Bench",
    startedAt: "2026-03-03T10:00:00.000Z",
    simulated: true,
    software: { entrain: "bench", runtime: process.version },
    members: Array.from({ length: MEMBERS }, (_, k) => ({ pseudonym: `P${String(k + 1)}`, placement: "wrist" })),
    seed: 1,
    windowS: 30,
    fileName: "hour.mcap",
  });
  const reading = readingOf();
  let [took, first, entries] = [0, 0, 0];
  const seconds = 60 * minutes;
  for (let s = 0; s < seconds; s++) {
    // Made beforehand, so that the making is not measured.
    const lines: { readonly tMicros: number; readonly member: number; readonly line: Uint8Array }[] = [];
    const add = (tMicros: number, member: number, message: BandMessage): void => {
      lines.push({ tMicros, member, line: encodeLine(message, entries & 0xffff).slice(0, -1) });
      entries++;
    };
    for (let k = 0; k < 1e6 / BURST_MICROS; k++)
      for (let member = 0; member < MEMBERS; member++) {
        const tMicros = tStart + s * 1e6 + k * BURST_MICROS + 31 * member;
        if (s === 0 && k === 0) add(tMicros, member, hello(member));
        if (k === 0 && (s < 10 || s % 2 === 0)) add(tMicros, member, exchange(tMicros));
        add(tMicros, member, burst(member, tMicros - 60_000, BURST * (25 * s + k)));
      }
    const begun = processorMicros();
    let next = 0;
    for (let tick = 1; tick <= 1e6 / BURST_MICROS; tick++) {
      const tTick = sessionMicros(tStart + s * 1e6 + tick * BURST_MICROS);
      for (let line = lines[next]; line !== undefined && line.tMicros < tTick; line = lines[++next])
        recorder.append({ kind: "frame", ...line, tMicros: sessionMicros(line.tMicros) });
      recorder.tick(tTick, tTick - 250_000, reading);
    }
    took += processorMicros() - begun;
    if (s === Math.floor(FIRST * seconds)) first = rss();
  }
  recorder.close();
  return { bytes: statSync(path).size, entries, writeMicrosPerS: took / seconds, writeRss: [first, rss()] };
};

const replay = async (): Promise<Pick<Measured, "openS" | "openRss" | "replayedS" | "replayS" | "replayRss">> => {
  const source = await FileSource.open(path);
  let begun = processorMicros();
  const session = await openSession(source, path);
  const openS = (processorMicros() - begun) / 1e6;
  if (session.warnings.length > 0) throw new Error(session.warnings[0]?.message);
  const openRss = rss();
  const replayer = await Replayer.create(session.config);
  const end = Math.min(session.tEndMicros, session.tStartMicros + REPLAY_MICROS);
  begun = processorMicros();
  let [first, last] = [0, session.tStartMicros];
  replaying: for await (const batch of readEntries(source, () => undefined))
    for (const { entry } of batch) {
      if (entry.tMicros > end) break replaying;
      last = entry.tMicros;
      if (first === 0 && last > session.tStartMicros + REPLAY_MICROS / 2) first = rss();
      const reading = replayer.take(entry);
      if (reading !== undefined) jsonDigest(reading);
    }
  const replayS = (processorMicros() - begun) / 1e6;
  const replayedS = (last - session.tStartMicros) / 1e6;
  await source.close();
  return { openS, openRss, replayedS, replayS, replayRss: [first, rss()] };
};

try {
  const measured: Measured = { ...write(), ...(await replay()) };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
