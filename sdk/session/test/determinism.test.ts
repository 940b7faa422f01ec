import { expect, test } from "vitest";
import type { SessionView } from "../src/index.ts";
import { command, readyRoom } from "./room.ts";

/** Twenty seconds with a start, a new tempo, a wearer's stop, an unplugged band and a stop of all. */
const play = async (seed: number): Promise<readonly SessionView[]> => {
  const room = await readyRoom({ seed });
  await command(room, { kind: "start" });
  await room.pass(6);
  await command(room, { kind: "tempo", bpm: 112 });
  room.bandOf("Ben").button(true);
  await room.pass(4);
  room.unplug("Chen");
  await room.pass(4);
  room.unplugged.delete("Chen");
  await command(room, { kind: "stop-all" });
  await room.pass(2);
  await room.close();
  return room.views;
};

test("the same seed gives the same views, mishaps included", async () => {
  const [first, second] = [await play(5), await play(5)];
  expect(first.length).toBeGreaterThan(20 * 25);
  expect(second).toEqual(first);
}, 60_000);

test("another seed gives others", async () => {
  const rooms = [await readyRoom({ seed: 5 }), await readyRoom({ seed: 6 })];
  expect(rooms[0]?.views).not.toEqual(rooms[1]?.views);
  for (const room of rooms) await room.close();
});
