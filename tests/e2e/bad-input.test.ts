import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeLine } from "@entrain/protocol";
import { entrain } from "./entrain.ts";

/** Something on a loopback port that answers each connection in its own way. */
const listen = (onBytes: (write: (bytes: Uint8Array) => void) => void): Promise<{ server: Server; path: string }> =>
  new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => {
        onBytes((bytes) => socket.write(bytes));
      });
    });
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ server, path: `tcp:127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}` });
    });
  });

/** Runs a command that must fail in one line on stderr, and say nothing on stdout but what it opened. */
const failing = async (...args: readonly string[]): Promise<string> => {
  const { code, stderr } = await entrain(...args);
  expect(code).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  return stderr;
};

const TIMEOUT = 30_000;
const RUN = ["run", "--page-port", "0", "--port"];

describe("entrain run with something that is no band", { timeout: TIMEOUT }, () => {
  const servers: Server[] = [];
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    const offers: Record<string, (write: (bytes: Uint8Array) => void) => void> = {
      silence: () => undefined,
      garbage: (write) => {
        write(Uint8Array.from({ length: 400 }, (_, i) => (i * 37) & 0xff));
      },
      oldBand: (write) => {
        const hello = {
          kind: "hello" as const,
          protocolVersion: 0,
          capabilities: 3,
          bootId: 1,
          accelScaleG: 0.001,
          gyroScaleDps: 0,
          motorLagMicros: 0,
          bandId: 1,
          maxCredit: 2,
          wearerCap: 255,
          state: 0,
          boardId: "banglejs2",
          firmwareVersion: "0.0.1",
          interpreterVersion: "2v24",
        };
        write(encodeLine(hello, 0));
      },
    };
    for (const [name, onBytes] of Object.entries(offers)) {
      const { server, path } = await listen(onBytes);
      servers.push(server);
      paths[name] = path;
    }
  });

  afterAll(() => {
    for (const server of servers) server.close();
  });

  test("an unknown port", async () => {
    expect(await failing(...RUN, "/dev/entrain-nothing")).toMatch(
      /expected a serial port at \/dev\/entrain-nothing, found none/,
    );
  });

  test("a name without a port", async () => {
    expect(await failing(...RUN, "Ada=")).toMatch(/expected --port PATH or --port NAME=PATH, found "Ada="/);
  });

  test("nobody listening", async () => {
    expect(await failing(...RUN, "tcp:127.0.0.1:1")).toMatch(
      /expected a band at tcp:127\.0\.0\.1:1, found nobody listening there/,
    );
  });

  test("silence", async () => {
    expect(await failing(...RUN, `Ada=${String(paths["silence"])}`)).toMatch(
      /expected a band to answer at Ada, found silence for 5 s/,
    );
  });

  test("garbage, as from a wrong baud rate", async () => {
    expect(await failing(...RUN, `Ada=${String(paths["garbage"])}`)).toMatch(
      /expected a band to answer at Ada, found 400 bytes with 0 frames/,
    );
  });

  test("a band of an older protocol", async () => {
    expect(await failing(...RUN, `Ada=${String(paths["oldBand"])}`)).toMatch(
      /expected protocol version 1 at Ada, found version 0 \(firmware 0\.0\.1\)/,
    );
  });

  test("a page port that is taken", async () => {
    const { server, path } = await listen(() => undefined);
    const port = path.split(":")[2] ?? "";
    expect(await failing("demo", "--port", port)).toMatch(
      new RegExp(`expected port ${port} to be free, found it in use`),
    );
    server.close();
  });
});

describe("numbers that are none", { timeout: TIMEOUT }, () => {
  test.each([
    [["demo", "--bpm", "fast"], /expected a number from 4 to 240 for --bpm, found "fast"/],
    [["demo", "--bpm", "500"], /expected a number from 4 to 240 for --bpm, found "500"/],
    [["demo", "--bands", "0"], /expected a whole number from 1 to 100 for --bands, found "0"/],
    [["simulate", "--tcp", "99999"], /expected a whole number from 0 to 65535 for --tcp, found "99999"/],
  ])("%j", async (args, message) => {
    expect(await failing(...args)).toMatch(message);
  });

  test("an unknown command names the ones there are", async () => {
    const { code, stderr } = await entrain("dmeo");
    expect(code).toBe(1);
    expect(stderr).toMatch(/unknown command 'dmeo'[\s\S]*demo/);
  });
});
