import { sessionMicros } from "@entrain/protocol";
import { expect, it } from "vitest";
import type { ExerciseRun } from "../../src/exercise/exercise-run.ts";
import { MovedTempo } from "../../src/facilitator/moved-tempo.ts";

const LEADER = 2;
const FACILITATOR = 1;

/** As much of a run as is asked for. */
const running = (tempo: object): ExerciseRun =>
  ({ state: () => ({ state: "running" }), step: { laid: { step: { tempo } }, cast: { leader: LEADER } } }) as never;

const lay = (facilitator?: number) => {
  const said: string[] = [];
  const moved = new MovedTempo({
    facilitator,
    listenTo: (member, isWanted) => said.push(`${isWanted ? "listen to" : "leave"} ${String(member)}`),
    onTap: () => said.push("tap"),
    onTempo: (bpm) => said.push(`${bpm.toFixed(0)} a minute`),
  });
  const move = (member: number, times: number): void => {
    for (let i = 0; i < times; i++)
      moved.take({ member, event: { kind: "onset", onsetMicros: sessionMicros(1e9 + i * 500_000), strengthG: 1 } });
  };
  return { moved, said, move };
};

it("a step that takes its tempo from the leader listens to the leader alone, and only as long as it lasts", () => {
  const { moved, said, move } = lay(FACILITATOR);
  moved.follow(running({ source: "leader", bpm: 100 }));
  move(0, 8);
  move(LEADER, 8);
  moved.follow(running({ source: "fixed", bpm: 100 }));
  move(LEADER, 8);
  expect(said).toEqual(["listen to 2", "120 a minute", "leave 2"]);
});

it.each([
  [FACILITATOR, 1],
  [undefined, LEADER],
])("a step that is tapped by movement listens to the facilitator (%s), else to the leader", (facilitator, member) => {
  const { moved, said, move } = lay(facilitator);
  moved.follow(running({ source: "tap", by: "movement", bpm: 100 }));
  move(member, 2);
  moved.follow(undefined);
  expect(said).toEqual([`listen to ${String(member)}`, "tap", "tap", `leave ${String(member)}`]);
});
