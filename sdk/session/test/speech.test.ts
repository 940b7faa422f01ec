import { expect, test } from "vitest";
import { command, readyRoom } from "./room.ts";

const TEXT = "|Row, |row, |row your |boat,\n|Gently |down the |stream; /////";

test("a text is spoken line by line, each syllable at its time, and the pulses are there", async () => {
  const room = await readyRoom({
    exercises: [
      {
        format: 1,
        name: "row",
        title: "Row",
        purpose: "To speak together.",
        suitability: [],
        steps: [
          {
            title: "Speak",
            lasts: { readings: 2 },
            tempo: { source: "speech", bpm: 90, text: TEXT },
            roles: [{ who: "everyone", plays: "pattern", pattern: { accents: [] } }],
            score: "none",
          },
        ],
        ending: { fadeSeconds: 4 },
      },
    ],
  });
  const onsets = new Set<number>();
  room.group.on(({ member, event }) => {
    if (member === 0 && event.kind === "pulse") onsets.add(event.plannedMicros);
  });
  await command(room, { kind: "exercise", act: "start", name: "row" });
  expect(room.session.exercises()).toMatchObject([{ name: "row", isOpen: false, steps: [{ title: "Speak" }] }]);
  const lines: string[] = [];
  const toldMicros: number[] = [];
  for (let i = 0; i < 120; i++) {
    await room.pass(0.25);
    const { exercise, tMicros } = room.session.view();
    const { line } = exercise ?? {};
    if (line === undefined) continue;
    const said = `${line.text} > ${line.next ?? "end"}`;
    if (lines.at(-1) !== said) {
      lines.push(said);
      toldMicros.push(...line.beats.map(({ tMicros: t }) => t));
    }
    expect([line.place, line.lines]).toEqual([line.text.startsWith("Row") ? 0 : 1, 2]);
    expect(line.beats[0]?.tMicros ?? Infinity).toBeLessThanOrEqual(tMicros);
  }
  expect(lines).toEqual([
    "Row, row, row your boat, > Gently down the stream;",
    "Gently down the stream; > Row, row, row your boat,",
    "Row, row, row your boat, > Gently down the stream;",
    "Gently down the stream; > end",
  ]);
  const period = 60e6 / 90;
  const first = toldMicros[0] ?? NaN;
  const reading = [0, 1, 2, 3, 5, 6, 7];
  const expected = [...reading, ...reading.map((beat) => beat + 13)].map((beat) => first + beat * period);
  expect(toldMicros).toHaveLength(expected.length);
  expected.forEach((tMicros, i) => {
    expect(Math.abs((toldMicros[i] ?? NaN) - tMicros)).toBeLessThan(2);
  });
  // Pulses are commanded ahead of what is felt, by the motor's lag.
  const silent = expected.filter(
    (tMicros) => ![...onsets].some((onset) => Math.abs(tMicros - 40_000 - onset) < 60_000),
  );
  expect(silent.map((tMicros) => (tMicros - first) / 1e6)).toEqual([]);
  await room.close();
}, 60_000);
