import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SessionView } from "@entrain/session";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Entrain, entrain } from "./entrain.ts";

const TIMEOUT = 180_000;

/** A demonstration that is recorded, looked back on, replayed, cut and recovered: as a user does all of it. */
describe("a recorded demonstration", { timeout: TIMEOUT }, () => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-sessions-"));
  let path = "";

  const post = (url: string, kind: string, body: object) =>
    fetch(`${url}api/${kind}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-entrain": "1" },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    const demo = new Entrain(["demo", "--bands", "3", "--port", "0", "--record", dir, "--activity", "mirror"]);
    const [, url = ""] = await demo.until(/Open (\S+)/);
    await demo.until(/Recording to (\S+)/);
    await demo.until(/3 bands connected/);
    expect((await post(url, "word", { member: 1, at: "check-out", text: "lighter than before" })).status).toBe(200);
    expect((await post(url, "marker", {})).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const view = (await (await fetch(`${url}api/view`)).json()) as SessionView;
    expect(view.recording?.state).toBe("on");
    await demo.stop();
    const file = readdirSync(dir).find((name) => name.endsWith(".mcap"));
    path = join(dir, file ?? "");
  }, TIMEOUT);

  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  test("replays every reading to the last bit", async () => {
    const { code, stdout, stderr } = await entrain("replay", path, "--check");
    expect([code, stderr]).toEqual([0, ""]);
    const [, same, all] = /^(\d+) of (\d+) readings came out the same/.exec(stdout) ?? [];
    expect(Number(all)).toBeGreaterThan(50);
    expect(same).toBe(all);
  });

  test("is shown on the page by the names of the people, and takes no command", async () => {
    const replay = new Entrain(["replay", path, "--page-port", "0", "--speed", "max"]);
    const [, url = ""] = await replay.until(/Open (\S+)/);
    await replay.until(/come to its end/);
    const view = (await (await fetch(`${url}api/view`)).json()) as SessionView;
    expect(view.bands.map(({ name }) => name)).toEqual(["Ada", "Ben", "Chen"]);
    expect(view.replay?.state).toBe("ended");
    expect((await post(url, "tempo", { bpm: 60 })).status).toBe(409);
    await replay.stop();
  });

  test("is listed, found by a word, shown, and drawn; the index can be thrown away", async () => {
    const list = await entrain("sessions", dir, "--search", "LIGHTER mirror");
    expect([list.code, list.stderr]).toEqual([0, ""]);
    expect(list.stdout).toContain(path.slice(dir.length + 1));
    rmSync(join(dir, ".entrain-index.json"));
    expect((await entrain("sessions", dir)).stdout).toContain("mirror");
    const shown = await entrain("sessions", dir, "--show", "2");
    expect(shown.stdout).toContain("leaving    Ben: lighter than before");
    const svg = join(dir, "spiral.svg");
    expect((await entrain("sessions", dir, "--spiral", svg)).code).toBe(0);
    expect(readFileSync(svg, "utf8")).toContain("lighter than before");
  });

  test("cut anywhere, is recovered beside itself, once", async () => {
    const bytes = readFileSync(path);
    const cut = join(dir, "cut.mcap");
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    const first = await entrain("recover", cut);
    expect(first.stdout).toMatch(/kept \d+ entries of [\d.]+ s in .*cut\.recovered\.mcap; none is missing/);
    const again = await entrain("recover", cut);
    expect([again.code, again.stderr.split("\n").length]).toEqual([1, 2]);
    expect((await entrain("recover", join(dir, "cut.recovered.mcap"))).stdout).toContain("is whole");
  });

  test("is scored anew into a layer, and stands beside it in a comparison", async () => {
    const { code, stdout } = await entrain("rescore", path, "--window", "10");
    expect(code).toBe(0);
    const [layer = ""] = /\S+\.layer\.mcap/.exec(stdout) ?? [];
    const compared = await entrain("compare", path, layer);
    expect(compared.stdout).toContain("different windows");
  });
});

test.each([
  [["replay", "README.md", "--check"], /^entrain: expected a session file, found no configuration.*\n$/],
  [["sessions", "/nowhere"], /^entrain: expected a folder of sessions.*\n$/],
  [["demo", "--port", "0", "--record", "README.md/sessions"], /^entrain: expected .*ENOTDIR.*\n$/],
  [["demo", "--port", "0", "--record", "/proc/nowhere"], /^entrain: expected .*found E.*\n$/],
])("%j ends in one line", { timeout: TIMEOUT }, async (args, line) => {
  const { code, stdout, stderr } = await entrain(...args);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(line);
});
