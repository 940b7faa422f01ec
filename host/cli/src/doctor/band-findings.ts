import { boards } from "@entrain/boards";
import { BandErrorCode } from "@entrain/protocol";
import type { BandChart } from "./examine-band.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

const OLDEST_ESPRUINO = 29;
const LOW_PERCENT = 20;
const UNKNOWN_PERCENT = 255;
/** Beyond the crystal of any board: ±20 to ±100 ppm. */
const MOST_SKEW = 200e-6;
const MOST_CLOCK_ERROR_MICROS = 5_000;
/** Real chips are up to 8 % off; lines that are lost take more. */
const RATE_TOLERANCE = 0.15;
const REST_TOLERANCE_G = 0.25;

const boardOf = ({ info }: BandChart) => Object.values(boards).find(({ id }) => id === info.boardId);

export const checkVersions = ({ info }: BandChart, current: string): readonly Finding[] => {
  const { boardId, firmwareVersion, interpreterVersion } = info;
  const minor = Number(/^2v(\d+)/.exec(interpreterVersion)?.[1]);
  return [
    firmwareVersion === current
      ? ok(`firmware ${firmwareVersion} on ${boardId}`)
      : wrong(`firmware ${firmwareVersion} on ${boardId}, expected ${current}`, `entrain flash --board ${boardId} …`),
    minor < OLDEST_ESPRUINO
      ? wrong(
          `Espruino ${interpreterVersion}, expected 2v${String(OLDEST_ESPRUINO)} or newer`,
          "update it (espruino.com/Download), then flash again",
        )
      : ok(`Espruino ${interpreterVersion}`),
  ];
};

export const checkBattery = ({ health, errors }: BandChart): Finding => {
  if (errors.some(({ code }) => code === BandErrorCode.battery))
    return wrong("battery nearly empty: the motor stays off", "charge it");
  const percent = health?.batteryPercent ?? UNKNOWN_PERCENT;
  if (percent === UNKNOWN_PERCENT)
    return note("battery: not known", "no cell, or its switch is off; from USB alone a band works all the same");
  return percent < LOW_PERCENT
    ? note(`battery ${String(percent)} %`, "charge it before a session")
    : ok(`battery ${String(percent)} %`);
};

export const checkMotor = ({ errors, pulses }: BandChart): Finding => {
  const fault = errors.find(({ code }) => code === BandErrorCode.motor);
  if (fault !== undefined) {
    return wrong(
      `motor: its driver reports ${String(fault.detail)}`,
      "look at the motor's two wires and the driver's solder joints (docs/BUILD-A-BAND.md), then entrain calibrate",
    );
  }
  if (pulses === undefined)
    return note("motor: not tried, the band declines pulses now", "its wearer has stopped it: hold the button for 2 s");
  return pulses > 0
    ? ok("motor: played a soft pulse; did you feel it?")
    : wrong("motor: asked for a pulse, none was played", "switch the band off and on; if it stays so, flash it again");
};

export const checkImu = (chart: BandChart): Finding => {
  const { errors, samples, missed, seconds, meanAccelG } = chart;
  const board = boardOf(chart);
  const chip = board?.imu.chip ?? "the motion sensor";
  const fault = errors.find(({ code }) => code === BandErrorCode.imu);
  if (fault !== undefined) {
    return wrong(
      `motion sensor: expected ${chip}, found identity 0x${fault.detail.toString(16)}`,
      "is it the board that was flashed, a Sense and not the plain module?",
    );
  }
  if (samples === 0)
    return wrong("motion sensor: no samples", `switch the band off and on; if it stays so, ${chip} is broken`);
  const expected = (board?.imu.nominalRateHz ?? samples / seconds) * seconds;
  if ((samples + missed) / expected < 1 - 2 * RATE_TOLERANCE || missed / (samples + missed) > RATE_TOLERANCE) {
    return note(
      `motion sensor: ${(samples / seconds).toFixed(0)} samples a second, ${String(missed)} left out`,
      "the link is slow: nearer to the computer, fewer bands on one radio, or USB",
    );
  }
  return Math.abs(meanAccelG - 1) > REST_TOLERANCE_G
    ? note(`motion sensor: feels ${meanAccelG.toFixed(2)} g`, "let the band lie still, and look again: 1 g is right")
    : ok(`motion sensor: ${(samples / seconds).toFixed(0)} samples a second, ${meanAccelG.toFixed(2)} g`);
};

export const checkClock = ({ clock }: BandChart): Finding => {
  if (clock === undefined)
    return wrong("clock: not known after 8 s", "the link loses too much: another cable, or nearer");
  const skew = clock.bandPerSession - 1;
  const text = `${(skew * 1e6).toFixed(0)} ppm, known to ± ${(clock.errorMicros / 1_000).toFixed(2)} ms`;
  if (Math.abs(skew) > MOST_SKEW && clock.errorMicros < MOST_CLOCK_ERROR_MICROS)
    return wrong(`clock: ${text}`, "its crystal is not in use: update Espruino; if it stays so, the module is broken");
  return clock.errorMicros > MOST_CLOCK_ERROR_MICROS
    ? note(`clock: ${text}`, "the link is busy: nearer to the computer, fewer bands on one radio, or USB")
    : ok(`clock: ${text}`);
};

/** All of a band, in the order in which one would mend it. @param current - the firmware that this host brings */
export const bandFindings = (chart: BandChart, current: string): readonly Finding[] => [
  ...checkVersions(chart, current),
  checkBattery(chart),
  checkMotor(chart),
  checkImu(chart),
  checkClock(chart),
];
