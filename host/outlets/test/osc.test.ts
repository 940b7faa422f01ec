import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import osc, { type OscBundle, type OscMessage } from "osc/src/osc.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openOscOutlet, type Outlet, parseOscAddress } from "../src/index.ts";
import { IN_SYNC, memberOf, viewOf } from "./views.ts";

/** One OSC 1.0 message by the specification alone: nothing of the library that wrote it. */
const readMessage = (bytes: Buffer): readonly [string, readonly (number | string)[]] => {
  let at = 0;
  const text = (): string => {
    const end = bytes.indexOf(0, at);
    const found = bytes.toString("ascii", at, end);
    at = (end & ~3) + 4;
    return found;
  };
  const address = text();
  const args = Array.from(text().slice(1)).map((type) => {
    if (type === "s") return text();
    const value = type === "f" ? bytes.readFloatBE(at) : bytes.readInt32BE(at);
    at += 4;
    return value;
  });
  expect(at).toBe(bytes.length);
  return [address, args];
};

const readBundle = (bytes: Buffer): (readonly [string, readonly (number | string)[]])[] => {
  expect(bytes.toString("ascii", 0, 8)).toBe("#bundle\0");
  const found: (readonly [string, readonly (number | string)[]])[] = [];
  for (let at = 16; at < bytes.length;) {
    const size = bytes.readInt32BE(at);
    found.push(readMessage(bytes.subarray(at + 4, at + 4 + size)));
    at += 4 + size;
  }
  return found;
};

describe("OSC over UDP", () => {
  let receiver: Socket;
  let outlet: Outlet;
  let packets: Buffer[];

  beforeEach(async () => {
    packets = [];
    receiver = createSocket("udp4").bind(0, "127.0.0.1");
    await once(receiver, "listening");
    receiver.on("message", (bytes) => packets.push(bytes));
    outlet = await openOscOutlet(
      { host: "127.0.0.1", port: receiver.address().port },
      {
        maySend: (member) => member !== 1,
      },
    );
  });
  afterEach(async () => {
    await outlet.close();
    receiver.close();
  });

  const received = async (count: number): Promise<Map<string, readonly (number | string)[]>> => {
    while (packets.length < count) await once(receiver, "message");
    return new Map(packets.flatMap(readBundle));
  };

  test("the group's figures arrive as the specification lays them out", async () => {
    outlet.send(viewOf({ group: IN_SYNC, beat: 6.25 }));
    const messages = await received(1);
    expect(Object.fromEntries(messages)).toEqual({
      "/entrain/session/time": [10.25],
      "/entrain/session/playing": [1],
      "/entrain/session/simulated": [0],
      "/entrain/pacer/bpm": [90],
      "/entrain/pacer/beat": [6.25],
      "/entrain/pacer/phase": [0.25],
      "/entrain/group/verdict": ["in-sync"],
      "/entrain/group/decided": [1],
      "/entrain/group/score": [0.625],
      "/entrain/group/chance": [0.125],
      "/entrain/group/p": [0.03125],
      "/entrain/group/order": [0.75],
      "/entrain/group/tempo": [1.5],
      "/entrain/group/phase": [0.75],
      "/entrain/group/window": [30],
      "/entrain/group/delay": [expect.closeTo(0.4, 6)],
    });
  });

  test("what is withheld is not sent, and never a 0", async () => {
    outlet.send(viewOf({ playing: false }));
    const messages = await received(1);
    expect(messages.get("/entrain/group/verdict")).toEqual(["withheld"]);
    for (const leaf of ["score", "chance", "p", "order", "tempo", "phase"])
      expect(messages.has(`/entrain/group/${leaf}`)).toBe(false);
    expect(messages.has("/entrain/pacer/beat")).toBe(false);
  });

  test("people go by number; no name leaves; who did not agree, and who opted out, looks like someone resting", async () => {
    const members = ["Ann", "Ben", "Cleo", "Dan"].map((name) => memberOf(name));
    outlet.send(viewOf({ members: [...members, memberOf("Eve", { state: "still" })], rested: [2] }));
    const messages = await received(2);
    expect(messages.get("/entrain/member/1/phase")).toEqual([0.25]);
    expect(messages.get("/entrain/member/1/amplitude")).toEqual([0.25]);
    for (const number of [2, 3, 5]) {
      const about = [...messages.keys()].filter((address) => address.startsWith(`/entrain/member/${String(number)}/`));
      expect(about).toEqual([`/entrain/member/${String(number)}/state`]);
      expect(messages.get(about[0] ?? "")).toEqual(["resting"]);
    }
    expect(Buffer.concat(packets).toString("latin1")).not.toMatch(/Ann|Ben|Cleo|Tuesday|not to be sent/);
  });

  test("thirty people stay within one packet of a local network each time", async () => {
    outlet.send(
      viewOf({ members: Array.from({ length: 30 }, (_, k) => memberOf(String(k))), group: IN_SYNC, beat: 1 }),
    );
    const messages = await received(7);
    expect(messages.has("/entrain/member/30/state")).toBe(true);
    expect(Math.max(...packets.map(({ length }) => length))).toBeLessThanOrEqual(1472);
  });

  test("the library reads back what it wrote", async () => {
    outlet.send(viewOf({ group: IN_SYNC }));
    await received(1);
    const bundle = osc.readPacket(packets[0] ?? Buffer.alloc(0), { metadata: true }) as OscBundle;
    expect(bundle.packets.map(({ address }: OscMessage) => address)).toContain("/entrain/group/score");
  });

  test("a closed outlet sends nothing and throws nothing", async () => {
    await outlet.close();
    outlet.send(viewOf());
    expect(packets).toEqual([]);
    outlet = { ...outlet, close: () => Promise.resolve() };
  });
});

describe("where to", () => {
  test.each([
    ["9000", "127.0.0.1", 9000],
    ["localhost:57120", "localhost", 57120],
    ["[::1]:7000", "::1", 7000],
  ])("%s", (text, host, port) => {
    expect(parseOscAddress(text)).toEqual({ host, port });
  });

  test.each(["", "host", "host:", "host:0", "host:70000", ":9000", "a b:9000", "host:9000:1", "http://host:9000"])(
    "%j is refused",
    (text) => {
      expect(() => parseOscAddress(text)).toThrow(/expected HOST:PORT/);
    },
  );

  test("a host without an address is refused in one line", async () => {
    await expect(openOscOutlet({ host: "no-such-host.invalid", port: 9000 })).rejects.toMatchObject({
      code: "bad-address",
    });
  });
});
