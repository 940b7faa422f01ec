import { expect, test } from "vitest";
import { Devices, JOINED_LASTS_MS, MOST_DEVICES } from "../src/lan/devices.ts";
import { chooseLanAddress } from "../src/lan/lan-address.ts";
import { CODE_LASTS_MS, MOST_GUESSES, PairingCodes } from "../src/lan/pairing-codes.ts";

const clockAt = (): { ms: number } => ({ ms: 123 });

test("a code lasts two minutes and not a millisecond longer", () => {
  const clock = clockAt();
  const codes = new PairingCodes({ nowMs: () => clock.ms, randomInt: () => 42 });
  const { code, untilMs } = codes.issue("viewer");
  expect([code, untilMs]).toEqual(["000042", 123 + CODE_LASTS_MS]);
  clock.ms = untilMs - 1;
  expect(codes.redeem(code)).toBe("viewer");
  codes.issue("viewer");
  clock.ms += CODE_LASTS_MS;
  expect(codes.redeem(code)).toBeUndefined();
});

test("the right code is worth nothing after as many wrong ones", () => {
  const codes = new PairingCodes({ nowMs: () => 0, randomInt: () => 7 });
  for (const wrong of [MOST_GUESSES - 1, MOST_GUESSES]) {
    codes.issue("facilitator");
    for (let guess = 0; guess < wrong; guess++) expect(codes.redeem("999999")).toBeUndefined();
    expect(codes.redeem("000007")).toBe(wrong < MOST_GUESSES ? "facilitator" : undefined);
  }
});

test("a device is known by its token for half a day, and its token is kept nowhere", () => {
  const clock = clockAt();
  let byte = 0;
  const devices = new Devices({ nowMs: () => clock.ms, randomBytes: (count) => Buffer.alloc(count, (byte += 1)) });
  const token = devices.admit("viewer", "projector");
  expect(devices.find(token)).toMatchObject({ id: 1, role: "viewer", name: "projector" });
  expect(devices.find(`${token}A`)).toBeUndefined();
  expect(JSON.stringify(devices)).not.toContain(token);
  clock.ms += JOINED_LASTS_MS;
  expect(devices.find(token)).toBeUndefined();
  for (let each = 0; each < MOST_DEVICES; each++) devices.admit("viewer", "one of many");
  expect(devices.full).toBe(true);
});

const address = (text: string, internal = false) =>
  ({ address: text, family: "IPv4", internal, netmask: "255.255.255.0", mac: "", cidr: null }) as const;

test.each([
  [true, { lo: [address("127.0.0.1", true)] }, "expected a network, found none"],
  [true, { a: [address("192.168.0.7")], b: [address("10.0.0.7")] }, /one network address.*found 192.168.0.7, 10.0.0.7/],
  [
    "10.1.1.1",
    { a: [address("192.168.0.7")] },
    /expected --lan to be an address of this machine \(192.168.0.7\), found/,
  ],
] as const)("an address that does not do: %s", (asked, interfaces, message) => {
  expect(() => chooseLanAddress(asked, interfaces)).toThrow(message);
});

test("the only address is taken, or the one that is named", () => {
  expect(chooseLanAddress(true, { lo: [address("127.0.0.1", true)], a: [address("192.168.0.7")] })).toBe("192.168.0.7");
  expect(chooseLanAddress("10.0.0.7", { a: [address("192.168.0.7")], b: [address("10.0.0.7")] })).toBe("10.0.0.7");
});
