import { join } from "node:path";
import { newKeyPair } from "@entrain/recording";
import { VirtualClock } from "@entrain/time/testing";
import { expect, test } from "vitest";
import { startRecording } from "../../src/record/start-recording.ts";
import { openFile } from "../../src/record/open-file.ts";
import { folderWith, listed } from "./folder.ts";

test.each([
  ["in the clear", undefined],
  ["with a passphrase", { passphrase: "a b c", workFactor: 4 }],
])("raw motion from before a refusal is taken out when a recording %s ends", async (_how, lock) => {
  const dir = folderWith({});
  const scheduler = new VirtualClock();
  const warnings: string[] = [];
  const recording = await startRecording({
    dir,
    scheduler,
    title: "Tuesday",
    simulated: false,
    names: ["Ann", "Ben"],
    seed: 1,
    ...(lock && { lock }),
    warn: (line) => warnings.push(line),
  });
  const tMicros = scheduler.nowMicros();
  const frames = (): void => {
    for (const member of [0, 1])
      recording.recorder.append({ kind: "frame", tMicros, member, line: Uint8Array.of(65, member) });
  };
  frames();
  recording.recorder.append({ kind: "consent", tMicros, member: 1, use: "raw-recording", given: false });
  frames();
  await recording.close();
  const file = await openFile(recording.path, { key: { passphrases: ["a b c"] } });
  const kept: number[] = [];
  for await (const { member } of file.session.entries("frame")) kept.push(member);
  await file.close();
  expect(kept).toEqual([0, 0]);
  expect([file.session.warnings, warnings]).toEqual([[], []]);
  expect(listed(dir).filter((name) => name.startsWith("."))).toEqual([]);
});

test("where the key is elsewhere, it is said what remains and what takes it out", async () => {
  const { recipient } = await newKeyPair();
  const warnings: string[] = [];
  const scheduler = new VirtualClock();
  const recording = await startRecording({
    dir: join(folderWith({}), "new"),
    scheduler,
    title: "Tuesday",
    simulated: false,
    names: ["Ann", "Ben"],
    seed: 1,
    lock: { recipients: [recipient] },
    warn: (line) => warnings.push(line),
  });
  recording.recorder.append({
    kind: "consent",
    tMicros: scheduler.nowMicros(),
    member: 0,
    use: "raw-recording",
    given: false,
  });
  await recording.close();
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/before they refused is still in .*secret key.*entrain consent takes it out/);
  expect(warnings[0]).toContain(recording.path);
});
