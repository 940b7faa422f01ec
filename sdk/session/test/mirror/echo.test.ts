import { expect, test } from "vitest";
import { command, readyRoom } from "../room.ts";

test("an echo ends: of two who feel each other, one blow is felt once, and its pulse is nobody's movement", async () => {
  const still = (name: string) => ({ name, gesture: "drum", manner: "still" }) as const;
  const room = await readyRoom({ cast: [still("Ada"), still("Ben")], recorded: false });
  for (const member of [0, 1]) {
    for (const use of ["felt-by-others", "feel-others"] as const)
      await room.session.command({ kind: "consent", member, use, given: true });
    await room.session.command({ kind: "wrist", member, source: "group" });
  }
  await command(room, { kind: "start" });
  const onsets: number[] = [];
  room.group.on(({ member, event }) => {
    if (event.kind === "onset") onsets.push(member);
  });
  const pulses = (): readonly number[] => room.world.bands.map(({ felt }) => felt.length);
  await room.pass(2);
  expect(pulses()).toEqual([0, 0]);
  room.bandOf("Ada").tapCase(8);
  await room.pass(5);
  expect(onsets).toEqual([0]);
  expect(pulses()).toEqual([0, 1]);
  room.bandOf("Ben").tapCase(8);
  await room.pass(5);
  expect(onsets).toEqual([0, 1]);
  expect(pulses()).toEqual([1, 1]);
  await room.close();
}, 60_000);
