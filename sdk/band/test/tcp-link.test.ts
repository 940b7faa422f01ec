import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ByteLink } from "../src/index.ts";
import { openTcpLink } from "../src/node/index.ts";

const HOST = "127.0.0.1";
let server: Server;
let port: number;
let met: Promise<Socket>;

beforeEach(async () => {
  server = createServer();
  met = once(server, "connection").then(([socket]) => socket as Socket);
  server.listen(0, HOST);
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => server.close());

const heard = (link: ByteLink, count: number): Promise<number[]> =>
  new Promise((resolve) => {
    const all: number[] = [];
    link.onBytes = (bytes) => {
      all.push(...bytes);
      if (all.length >= count) resolve(all);
    };
  });

const closed = (link: ByteLink): Promise<string> => new Promise((resolve) => (link.onClose = resolve));

test("nobody listening there: one line, with the address", async () => {
  server.close();
  await once(server, "close");
  await expect(openTcpLink({ host: HOST, port })).rejects.toMatchObject({
    name: "BandError",
    code: "port-not-found",
    message: `expected a band at tcp:${HOST}:${String(port)}, found nobody listening there`,
  });
});

test("bytes go there and back", async () => {
  const link = await openTcpLink({ host: HOST, port });
  const peer = await met;
  peer.pipe(peer);
  const sent = Array.from({ length: 256 }, (_, i) => i);
  const back = heard(link, sent.length);
  link.write(Uint8Array.from(sent));
  expect(await back).toEqual(sent);
  await link.close();
});

test.each(["end", "resetAndDestroy"] as const)(
  "a peer that leaves (%s) is told; a write after that does nothing",
  async (way) => {
    const link = await openTcpLink({ host: HOST, port });
    const gone = closed(link);
    (await met)[way]();
    expect(await gone).toBe("closed");
    link.write(Uint8Array.of(1));
    await link.close();
  },
);

test("closing is told, and may be asked for twice", async () => {
  const link = await openTcpLink({ host: HOST, port });
  const gone = closed(link);
  await link.close();
  await link.close();
  link.write(Uint8Array.of(1));
  await gone;
});
