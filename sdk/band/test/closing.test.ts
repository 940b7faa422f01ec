import { expect, test } from "vitest";
import { layTable, pass, readyTable, type Table } from "./table.ts";

/** Bytes on their way have arrived or are gone; then nothing is left to happen. */
const expectNothingLeft = async ({ clock, device, band }: Table): Promise<void> => {
  await pass(clock, 0.01);
  expect(clock.nextDueMicros()).toBeUndefined();
  expect(device.isOpen).toBe(false);
  expect(band.state).toBe("closed");
};

test("a band that is ready", async () => {
  const table = await readyTable();
  await table.band.close();
  await table.band.close();
  await expectNothingLeft(table);
});

test("a band that was never connected", async () => {
  const table = layTable();
  await table.band.close();
  await expectNothingLeft(table);
  await expect(table.band.connect()).rejects.toMatchObject({ code: "closed" });
});

test("while the hello is awaited: whoever connects is told", async () => {
  const table = layTable("Ada");
  table.device.isSilent = true;
  const failed = expect(table.band.connect()).rejects.toMatchObject({
    code: "closed",
    message: "expected Ada to answer, but it was closed",
  });
  await pass(table.clock, 1);
  await table.band.close();
  await failed;
  await expectNothingLeft(table);
});

test("while the link is being opened: it is closed as soon as it is there", async () => {
  const table = layTable();
  const failed = expect(table.band.connect()).rejects.toMatchObject({ code: "closed" });
  await table.band.close();
  await failed;
  expect(table.device.opened).toBe(1);
  await expectNothingLeft(table);
});

test.each([
  ["before the port is tried again", true, 0.5],
  ["between two tries", true, 5.5],
  ["while it greets", false, 2.2],
])("while reconnecting, %s", async (_, isUnplugged, seconds) => {
  const table = await readyTable();
  const { clock, device, band } = table;
  device.isUnplugged = isUnplugged;
  device.isSilent = true;
  device.cut();
  await pass(clock, seconds);
  const { opened } = device;
  await band.close();
  await expectNothingLeft(table);
  expect(device.opened).toBe(opened);
});

test("while the link is being opened again", async () => {
  const table = await readyTable();
  table.device.cut();
  table.clock.advanceBy(1_000_000);
  await table.band.close();
  expect(table.device.opened).toBe(2);
  await expectNothingLeft(table);
});

test("commands that are under way, or come later, are rejected: even a stop, which is never given up else", async () => {
  const table = await readyTable();
  const { clock, device, band } = table;
  device.isSilent = true;
  const commands = [band.stopAll(), band.cap(3), band.identify(1)];
  const failed = Promise.all(commands.map((each) => expect(each).rejects.toMatchObject({ code: "closed" })));
  await pass(clock, 0.3);
  await band.close();
  await failed;
  await expect(band.stopAll()).rejects.toMatchObject({ code: "closed" });
  await expectNothingLeft(table);
});
