import type { BandMessage } from "@entrain/protocol";
import { createRandom } from "@entrain/simulator";
import { describe, expect, test } from "vitest";
import { CreditKeeper } from "../src/credit-keeper.ts";
import { pass, readyTable } from "./table.ts";

const NOTE: BandMessage = { kind: "note", text: "x" };

describe("the count", () => {
  const keeper = (ahead: number) => {
    const grants: number[] = [];
    return { grants, credit: new CreditKeeper(ahead, (upTo) => grants.push(upTo)) };
  };

  test.each([0, -3])("a band that lets %i stand ahead gets one all the same, or it could never speak", (ahead) => {
    const { grants, credit } = keeper(ahead);
    credit.refresh();
    credit.noteFrames(1);
    expect(grants).toEqual([1, 2]);
  });

  test("grants follow arrivals in halves, and a repetition grants nothing new", () => {
    const { grants, credit } = keeper(8);
    credit.refresh();
    for (let i = 0; i < 12; i++) credit.noteFrames(1);
    credit.refresh();
    expect(grants).toEqual([8, 12, 16, 20, 20]);
  });
});

test("a band that always has something to say is never out of credit for longer than a round trip", async () => {
  const { clock, device } = await readyTable();
  let heldUp = 0;
  for (let i = 0; i < 500; i++) {
    if (!device.report(NOTE)) heldUp++;
    await pass(clock, 0.004);
  }
  expect(heldUp).toBe(0);
});

test("credit survives frames that are lost, even all that were under way, and never leaks away", async () => {
  const { clock, device } = await readyTable();
  const random = createRandom(9);
  for (let i = 0; i < 400; i++) {
    const left = device.creditUpTo - device.sentOnCredit;
    if (random.uniform() < 0.3) device.loseReports(Math.floor(random.uniform() * (left + 1)));
    else device.report(NOTE);
    await pass(clock, 0.02);
  }
  expect(device.sentOnCredit).toBeGreaterThan(300);
  // Nothing more is lost: within one clock exchange all of it is back.
  await pass(clock, 2.1);
  expect(device.creditUpTo - device.sentOnCredit).toBe(device.hello.maxCredit);
});

test("credit survives grants that are lost", async () => {
  const { clock, device } = await readyTable();
  device.deafTo.set("credit", 3);
  for (let i = 0; i < 8; i++) device.report(NOTE);
  await pass(clock, 5);
  expect(device.report(NOTE)).toBe(true);
});

test("a hello begins the count anew, and the sequence of another boot is no loss", async () => {
  const { clock, device } = await readyTable();
  for (let i = 0; i < 40; i++) {
    device.report(NOTE);
    await pass(clock, 0.05);
  }
  device.reboot(78, 1e12);
  await pass(clock, 3);
  expect(device.all("credit").at(-1)?.message.upTo).toBe(device.hello.maxCredit);
});
