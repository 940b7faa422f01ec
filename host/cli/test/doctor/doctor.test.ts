import { BandError, type ByteLink, type OpenLink } from "@entrain/band";
import { type BandMicros, BandErrorCode, BandState, type MessageOf, sessionMicros } from "@entrain/protocol";
import { createPerson, createRandom, SimulatedBand } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, it } from "vitest";
import { bandFindings } from "../../src/doctor/band-findings.ts";
import type { ComputerProbes } from "../../src/doctor/computer.ts";
import { consult, type DoctorOpts } from "../../src/doctor/doctor.ts";
import type { BandChart } from "../../src/doctor/examine-band.ts";
import { type Finding, lineOf } from "../../src/doctor/finding.ts";

const VERSION = "0.1.0";

const info = {
  protocolVersion: 1,
  capabilities: 31,
  bootId: 1,
  accelScaleG: 1 / 4096,
  gyroScaleDps: 0.07,
  motorLagMicros: 20_000,
  bandId: 1,
  maxCredit: 2,
  wearerCap: 255,
  state: BandState.resting,
  boardId: "xiao-sense",
  firmwareVersion: VERSION,
  interpreterVersion: "2v29",
};
const health: MessageOf<"health"> = {
  kind: "health",
  tMicros: 0 as BandMicros,
  framesGood: 1,
  framesBad: 0,
  pulsesWithheld: 0,
  samplesDropped: 0,
  freeVariables: 9_000,
  worstLatenessMicros: 100,
  batteryPercent: 80,
  state: 0,
};
const clock = { sessionRef: sessionMicros(0), bandRef: 0 as BandMicros, bandPerSession: 1 + 15e-6, errorMicros: 400 };
const well: BandChart = {
  info,
  seconds: 8,
  clock,
  health,
  samples: 410,
  missed: 0,
  meanAccelG: 1.01,
  errors: [],
  pulses: 1,
};

const levels = (findings: readonly Finding[]): string => findings.map(({ level }) => level[0]).join("");

describe("a band", () => {
  it("that is well has nothing wrong, and every line fits one line", () => {
    const findings = bandFindings(well, VERSION);
    expect(levels(findings)).toBe("oooooo");
    for (const finding of findings) expect(lineOf(finding)).not.toContain("\n");
  });

  // In the order of the findings: firmware, Espruino, battery, motor, motion sensor, clock.
  it.each<readonly [string, string, Partial<BandChart>, RegExp]>([
    [
      "old firmware",
      "wooooo",
      { info: { ...info, firmwareVersion: "0.0.9" } },
      /0\.0\.9.* expected 0\.1\.0.*entrain flash --board xiao-sense/,
    ],
    ["an old Espruino", "owoooo", { info: { ...info, interpreterVersion: "2v26" } }, /2v26.*update/],
    ["an empty battery", "oowooo", { errors: [{ code: BandErrorCode.battery, detail: 3 }] }, /charge it/],
    ["a low battery", "oonooo", { health: { ...health, batteryPercent: 12 } }, /12 %.*charge it/],
    ["no cell", "oonooo", { health: undefined }, /not known.*USB/],
    [
      "a broken motor wire",
      "ooowoo",
      { errors: [{ code: BandErrorCode.motor, detail: 232 }] },
      /reports 232.*two wires/,
    ],
    ["a motor that is not commanded", "ooowoo", { pulses: 0 }, /none was played/],
    ["a band that its wearer stopped", "ooonoo", { pulses: undefined }, /hold the button for 2 s/],
    [
      "another chip",
      "oooowo",
      { errors: [{ code: BandErrorCode.imu, detail: 0x6c }] },
      /LSM6DS3TR-C, found identity 0x6c/,
    ],
    ["no samples", "oooowo", { samples: 0, meanAccelG: NaN }, /no samples/],
    ["a slow link", "oooono", { samples: 200, missed: 90 }, /25 samples a second, 90 left out/],
    ["an arm that swings", "oooono", { meanAccelG: 1.6 }, /1\.60 g.*lie still/],
    ["no clock", "ooooow", { clock: undefined }, /not known/],
    ["a clock without its crystal", "ooooow", { clock: { ...clock, bandPerSession: 1.012 } }, /12000 ppm.*crystal/],
    ["a busy link", "ooooon", { clock: { ...clock, errorMicros: 9_000 } }, /± 9\.00 ms/],
  ])("with %s", (_, expected, change, says) => {
    const findings = bandFindings({ ...well, ...change }, VERSION);
    expect(levels(findings)).toBe(expected);
    const telling = findings.filter(({ level }) => level !== "ok");
    expect(telling.map(lineOf).join()).toMatch(says);
    for (const { remedy } of telling) expect(remedy).toBeTruthy();
  });
});

const probes: ComputerProbes = {
  nodeVersion: "v20.20.0",
  platform: "linux",
  listPorts: () => Promise.resolve([{ path: "/dev/ttyACM0", manufacturer: undefined, serialNumber: undefined }]),
  accessOf: () => Promise.resolve("free"),
};

const visit = async (change: Partial<ComputerProbes>, openLink: OpenLink, more: Partial<DoctorOpts> = {}) => {
  const clock = new VirtualClock();
  const told: Finding[] = [];
  let isWell: boolean | undefined;
  const visited = consult({
    probes: { ...probes, ...change },
    scheduler: clock,
    firmwareVersion: VERSION,
    patients: undefined,
    patientOf: (path) => ({ name: path, path, openLink }),
    tell: (finding) => told.push(finding),
    ...more,
  }).then((result) => (isWell = result));
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 12; i++) await Promise.resolve();
  };
  while (isWell === undefined) await clock.advanceToDrained(sessionMicros(clock.nowMicros() + 1e6), settle);
  await visited;
  return { isWell, lines: told.map(lineOf) };
};

const refusing =
  (...failure: ConstructorParameters<typeof BandError>): OpenLink =>
  () =>
    Promise.reject(new BandError(...failure));

describe("a computer", () => {
  it.each<readonly [string, Partial<ComputerProbes>, OpenLink, boolean, RegExp]>([
    [
      "old Node",
      { nodeVersion: "v18.3.0" },
      refusing("port-in-use", "expected /dev/ttyACM0 to be free"),
      false,
      /WRONG Node v18\.3\.0.*install/,
    ],
    [
      "nothing plugged in",
      { listPorts: () => Promise.resolve([]) },
      refusing("closed", ""),
      true,
      /note .*no serial port.*carries data/,
    ],
    [
      "no permission",
      { accessOf: () => Promise.resolve("not-allowed") },
      refusing("closed", ""),
      false,
      /WRONG \/dev\/ttyACM0.*dialout/,
    ],
    [
      "a port that is gone",
      { accessOf: () => Promise.resolve("absent") },
      refusing("closed", ""),
      false,
      /WRONG \/dev\/ttyACM0: no such port/,
    ],
    ["a port in use", {}, refusing("port-in-use", "expected /dev/ttyACM0 to be free"), false, /WRONG .*Web IDE/],
    ["another version", {}, refusing("protocol-version", "expected version 1"), false, /WRONG .*entrain flash/],
  ])("with %s", async (_, change, openLink, expected, says) => {
    const { isWell, lines } = await visit(change, openLink);
    expect(isWell).toBe(expected);
    expect(lines.join("\n")).toMatch(says);
  });

  it("finds a band that says nothing", async () => {
    const silent: OpenLink = () =>
      Promise.resolve({ write: () => {}, onBytes: undefined, onClose: undefined, close: () => Promise.resolve() });
    const { isWell, lines } = await visit({}, silent);
    expect(isWell).toBe(false);
    expect(lines.join("\n")).toMatch(/found silence.*switch it on/);
  });

  it.each(["xiao-sense", "banglejs2"] as const)("finds nothing wrong with a %s that is well", async (board) => {
    const random = createRandom(7);
    const scheduler = new VirtualClock();
    const person = { name: "tested", gesture: "sway", manner: "still" } as const;
    const body = createPerson(person, 1, scheduler.nowMicros(), random.fork("body"));
    const link = board === "xiao-sense" ? "usb" : "ble";
    const band = new SimulatedBand({ name: "tested", board, link, scheduler, random, body });
    const openLink = (): Promise<ByteLink> => {
      const { host } = band.link;
      const end: ByteLink = {
        write: (bytes) => host.write(bytes),
        onBytes: undefined,
        onClose: undefined,
        close: () => Promise.resolve(band.link.disconnect()),
      };
      band.link.connect();
      host.onBytes = (bytes) => end.onBytes?.(bytes);
      return Promise.resolve(end);
    };
    const settle = async (): Promise<void> => {
      for (let i = 0; i < 12; i++) await Promise.resolve();
    };
    const told: Finding[] = [];
    let isWell: boolean | undefined;
    const patient = { name: "tested", path: undefined, openLink };
    const visited = consult({
      probes,
      scheduler,
      firmwareVersion: VERSION,
      patients: [patient],
      patientOf: () => patient,
      tell: (finding) => told.push(finding),
    }).then((result) => (isWell = result));
    while (isWell === undefined) await scheduler.advanceToDrained(sessionMicros(scheduler.nowMicros() + 1e6), settle);
    await visited;
    expect(told.map(lineOf).filter((line) => !line.startsWith("ok"))).toEqual([]);
    expect(isWell).toBe(true);
  });
});
