import { expect, test } from "vitest";
import { command, readyRoom } from "./room.ts";

test("an exercise walks its steps, cues each change, fades and ends", async () => {
  const room = await readyRoom({
    exercises: [
      {
        format: 1,
        name: "two-steps",
        title: "Two steps",
        purpose: "To see that steps follow each other.",
        suitability: [],
        steps: [
          {
            title: "Steady",
            lasts: { bars: 4 },
            tempo: { source: "fixed", bpm: 100 },
            roles: [{ who: "everyone", plays: "pattern" }],
            score: "with-the-pulse",
          },
          {
            title: "Breath",
            lasts: { breaths: 4 },
            tempo: { source: "breath", breathsPerMinute: 8, inhale: 4, exhale: 5, rest: 1 },
            roles: [
              { who: "everyone", plays: "breath" },
              { who: "group-2", plays: "listen" },
            ],
            score: "none",
          },
        ],
        groups: 2,
        ending: { fadeSeconds: 6 },
      },
    ],
  });
  await command(room, { kind: "exercise", act: "start", name: "two-steps" });
  const seen: string[] = [];
  for (let s = 0; s < 120; s++) {
    await room.pass(0.5);
    const { exercise, tMicros } = room.session.view();
    const said = `${exercise?.state ?? "?"} ${exercise?.now.title ?? ""} ${String((exercise?.endsMicros ?? 0) - tMicros > 0)}`;
    if (seen.at(-1) !== said) seen.push(said);
  }
  expect(seen.slice(1)).toEqual([
    "running Steady true",
    "cue Steady true",
    "running Breath true",
    "cue Breath true",
    "ending Ending true",
    "ended Ending false",
  ]);
  expect(room.session.view().playing).toBe(false);
  await room.close();
}, 60_000);
