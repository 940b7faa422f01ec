// A host that is going to be killed: simulated bands, a live session and its file, in virtual time as fast as it goes.
// Says on stdout, before it goes on, up to which session time it has come. Arguments: file, seed, and an age public key
// where the file is to be encrypted: then in no more than real time, since encrypting takes some of that.
import { writeSync } from "node:fs";
import { BandGroup, FrameBand } from "@entrain/band";
import { sessionMicros } from "@entrain/protocol";
import { createSealingSink } from "@entrain/recording";
import { FileSink } from "@entrain/recording/node";
import { HeldClock, LiveSession, recordedLink, Recorder } from "@entrain/session";
import { castOf, createWorld } from "@entrain/simulator";
import { mulberry32 } from "@entrain/synchrony";
import { VirtualClock } from "@entrain/time/testing";

const [, , path, seedText, recipient] = process.argv;
const seed = Number(seedText);
const clock = new VirtualClock();
const held = new HeldClock(clock);
const world = createWorld({ scheduler: clock, seed, cast: castOf(2 + (seed % 4)), bpm: 100 });
const file = new FileSink(path);
const recorder = new Recorder({
  sink: recipient === undefined ? file : await createSealingSink(file, { recipients: [recipient] }),
  scheduler: held,
  sessionId: `kill-${seedText}`,
  title: "Killed",
  startedAt: "2026-03-03T10:00:00.000Z",
  simulated: true,
  software: { entrain: "test", runtime: process.version },
  members: world.bands.map((_, k) => ({ pseudonym: `P${k + 1}`, placement: "wrist" })),
  seed,
  windowS: 10,
  fileName: "killed.mcap",
});
const openDirectly = ({ link }) => {
  const direct = { write: (bytes) => link.host.write(bytes), close: () => Promise.resolve() };
  link.host.onBytes = (bytes) => direct.onBytes?.(bytes);
  link.connect();
  return Promise.resolve(direct);
};
const record = (entry) => recorder.append(entry);
const bands = world.bands.map((band, member) => {
  const openLink = recordedLink({ openLink: () => openDirectly(band), member, clock: held, record });
  return new FrameBand({ name: band.name, scheduler: held, openLink });
});
const group = new BandGroup(bands);
const session = new LiveSession({
  scheduler: held,
  group,
  recorder,
  random: mulberry32(seed),
  title: "Killed",
  simulated: true,
  bpm: 100,
});
session.subscribe(({ tMicros }) => writeSync(1, `${tMicros}\n`));
for (const band of bands) void band.connect();
for (let step = 0; ; step++) {
  clock.advanceTo(sessionMicros(clock.nowMicros() + 10_000));
  await new Promise((resolve) => (recipient === undefined ? setImmediate(resolve) : setTimeout(resolve, 10)));
  if (step === 300) void session.command({ kind: "start" });
  if (step % 500 === 400) void session.command({ kind: "note", text: `step ${step}` });
}
