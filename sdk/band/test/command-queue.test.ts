import { AckResult, type HostMessage, type MessageOf, sessionMicros, messages } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, test } from "vitest";
import { CommandQueue } from "../src/command-queue.ts";
import { pass } from "./table.ts";

const cap = (strength: number): HostMessage => ({ kind: "cap", strength });
const STOP: HostMessage = { kind: "stopAll" };

const layQueue = () => {
  const clock = new VirtualClock();
  const sent: { readonly kind: string; readonly seq: number }[] = [];
  let next = 65_535;
  const queue = new CommandQueue({
    scheduler: clock,
    bandName: "Ada",
    send: (message, seq = next++ & 0xffff) => {
      sent.push({ kind: message.kind, seq });
      return seq;
    },
  });
  const ack = (seq: number, kind: HostMessage["kind"], result: number = AckResult.ok): void => {
    const message: MessageOf<"ack"> = { kind: "ack", ackedSeq: seq, ackedType: messages[kind].type, result };
    queue.acknowledge(message);
  };
  return { clock, sent, queue, ack };
};

describe("acknowledgements that are none", () => {
  test.each([
    ["of another number", 7, "cap"],
    ["of another type", 65_535, "identify"],
  ] as const)("%s change nothing", (_, seq, kind) => {
    const { queue, sent, ack } = layQueue();
    void queue.push(cap(1));
    void queue.push(cap(2));
    ack(seq, kind);
    expect(sent).toHaveLength(1);
  });

  test("one that comes twice settles only its own command", async () => {
    const { queue, sent, ack } = layQueue();
    const first = queue.push(cap(1));
    void queue.push(cap(2));
    ack(65_535, "cap");
    ack(65_535, "cap");
    await first;
    expect(sent.map(({ seq }) => seq)).toEqual([65_535, 0]);
  });

  test.each([
    [AckResult.notReady, "it has no such plan or no clock yet"],
    [AckResult.badValue, "a number in it is out of range"],
    [AckResult.stoppedByWearer, "its wearer has stopped it"],
    [AckResult.tooLate, "it came too late"],
    [AckResult.withheld, "its safety limits forbid it now"],
    [AckResult.unknown, "it does not know this command"],
    [250, "result 250"],
  ])("a refusal (%i) is told in words", async (result, words) => {
    const { queue, ack, clock } = layQueue();
    const refused = queue.push(cap(1));
    ack(65_535, "cap", result);
    await expect(refused).rejects.toMatchObject({
      name: "BandError",
      code: "refused",
      message: `expected Ada to take cap, found it refused: ${words}`,
    });
    expect(clock.nextDueMicros()).toBeUndefined();
  });
});

test("one command at a time, in the order in which they were asked for", async () => {
  const { queue, sent, ack } = layQueue();
  const all = Promise.all([queue.push(cap(1)), queue.push({ kind: "identify", count: 2 }), queue.push(cap(3))]);
  expect(sent).toEqual([{ kind: "cap", seq: 65_535 }]);
  ack(65_535, "cap");
  expect(sent.at(-1)).toEqual({ kind: "identify", seq: 0 });
  ack(0, "identify");
  ack(1, "cap");
  await all;
  expect(queue.commandsSent).toBe(3);
});

test("a command whose ack was lost is repeated with the number that it had", async () => {
  const { clock, queue, sent, ack } = layQueue();
  const taken = queue.push(cap(1));
  await pass(clock, 0.6);
  expect(sent).toEqual(Array.from({ length: 3 }, () => ({ kind: "cap", seq: 65_535 })));
  ack(65_535, "cap");
  await taken;
  expect(queue.repeats).toBe(2);
  await pass(clock, 5);
  expect(sent).toHaveLength(3);
});

test("after eight tries it gives up, in words, and goes on with the next", async () => {
  const { clock, queue, sent } = layQueue();
  const failed = expect(queue.push(cap(1))).rejects.toMatchObject({
    code: "no-answer",
    message: "expected Ada to confirm cap, found no answer to 8 tries",
  });
  void queue.push({ kind: "identify", count: 1 }).catch(() => undefined);
  await pass(clock, 2);
  await failed;
  expect(sent.map(({ kind }) => kind)).toEqual([...Array.from({ length: 8 }, () => "cap"), "identify"]);
});

describe("a stop", () => {
  test("overtakes what is under way and is repeated until it is confirmed", async () => {
    const { clock, queue, sent, ack } = layQueue();
    void queue.push(cap(1)).catch(() => undefined);
    const stopped = queue.push(STOP, true);
    expect(sent.at(-1)).toEqual({ kind: "stopAll", seq: 0 });
    await pass(clock, 60);
    const stops = sent.filter(({ kind }) => kind === "stopAll");
    expect(stops).toHaveLength(241);
    expect(new Set(stops.map(({ seq }) => seq)).size).toBe(1);
    ack(0, "stopAll");
    await stopped;
    expect(clock.nextDueMicros()).toBeUndefined();
  });

  test("is not undone by a start of before, neither by its repetition nor by its turn", async () => {
    const { clock, queue, sent, ack } = layQueue();
    const start: HostMessage = { kind: "start", revision: 1, fromMicros: sessionMicros(5e6) };
    const before = Promise.allSettled([queue.push(start), queue.push(start), queue.push(cap(3))]);
    const stopped = queue.push(STOP, true);
    await pass(clock, 2);
    expect(sent.filter(({ kind }) => kind === "start")).toHaveLength(1);
    ack(0, "stopAll");
    await stopped;
    ack(1, "cap");
    expect((await before).map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
    expect(sent.map(({ kind }) => kind).filter((kind) => kind === "start")).toHaveLength(1);
  });

  test("is not undone by its own repetition: what is asked for after it waits for its ack", async () => {
    const { clock, queue, sent, ack } = layQueue();
    void queue.push(STOP, true);
    void queue.push(cap(9));
    await pass(clock, 1);
    expect(new Set(sent.map(({ kind }) => kind))).toEqual(new Set(["stopAll"]));
    ack(65_535, "stopAll");
    expect(sent.at(-1)?.kind).toBe("cap");
  });
});

describe("the end of a link", () => {
  const outcomes = (pushed: readonly Promise<void>[]) =>
    Promise.allSettled(pushed).then((all) => all.map((each) => each.status === "rejected" && (each.reason as Error)));

  test("rejects whatever is pending, saying so, and leaves no timer", async () => {
    const { clock, queue } = layQueue();
    const pushed = [queue.push(cap(1)), queue.push(cap(2)), queue.push(STOP, true)];
    queue.clear("closed", "its link ended");
    const kinds = ["cap", "cap", "stopAll"];
    expect(await outcomes(pushed)).toMatchObject(
      kinds.map((kind) => ({ code: "closed", message: `expected Ada to confirm ${kind}, but its link ended` })),
    );
    expect(clock.nextDueMicros()).toBeUndefined();
  });

  test("is not for good: the next command goes out", () => {
    const { queue, sent } = layQueue();
    queue.clear("closed", "its link ended");
    void queue.push(cap(4));
    expect(sent).toHaveLength(1);
  });

  test("unless the band was closed: then even a stop is rejected at once, and nothing is sent", async () => {
    const { clock, queue, sent } = layQueue();
    queue.end();
    expect(await outcomes([queue.push(cap(1)), queue.push(STOP, true)])).toMatchObject([
      { code: "closed", message: "expected Ada to confirm cap, but it was closed" },
      { code: "closed" },
    ]);
    expect(sent).toEqual([]);
    expect(clock.nextDueMicros()).toBeUndefined();
  });
});
