import { DRIVER_CALIBRATION_MILLIS } from "@entrain/protocol";
import { CLAMP, CONTROL1, OPEN_LOOP_PERIOD, RATED } from "./drv2605l-registers.ts";
import { DRIVER_BACK_EMF, DRIVER_COMPENSATION, DRIVER_FEEDBACK, keepSettings, settings } from "../settings.ts";

/**
 * TI DRV2605L, data sheet SLOS854: real-time playback of a strength for a linear resonant actuator, closed loop, in which
 * the chip overdrives it at a rise and brakes it at a fall by itself. Handed its bus. While EN is low the chip is in
 * shutdown and drives nothing, whatever its registers say; they keep their values.
 */

const STATUS = 0x00;
const MODE = 0x01;
const RTP_INPUT = 0x02;
const GO = 0x0c;
const RATED_VOLTAGE = 0x16;
const COMPENSATION = 0x18;
const CHIP_ID = 7;
const DIAG_RESULT = 8;
const REAL_TIME_PLAYBACK = 5;
const DIAGNOSTICS = 6;
const AUTO_CALIBRATION = 7;

/** An LRA, brake factor 4, medium loop gain, back-EMF gain 2 (the reset value). */
const FEEDBACK = 0xb6;
/** Until the chip has found out better: its reset values. */
const UNKNOWN_COMPENSATION = 0x0c;
const UNKNOWN_BACK_EMF = 0x6c;
/** Both directions, so that it can brake; the sampling of the reset. */
const CONTROL2 = 0xf5;
/** Signed input; closed loop. */
const CONTROL3 = 0x80;
const OPEN_LOOP = 0x01;
/** The shortest calibration, 150 to 350 ms. */
const CONTROL4 = 0x00;
/** Whoever calls has given the chip power. */
const setUp = (bus: I2C, address: number, loop: number): void => {
  const known = settings[DRIVER_FEEDBACK] as number;
  bus.writeTo(address, [RTP_INPUT, 0]); // first, since a reset of ours is none of the chip's
  bus.writeTo(address, [
    RATED_VOLTAGE,
    RATED,
    CLAMP,
    known ? (settings[DRIVER_COMPENSATION] as number) : UNKNOWN_COMPENSATION,
    known ? (settings[DRIVER_BACK_EMF] as number) : UNKNOWN_BACK_EMF,
    known ? known : FEEDBACK,
    CONTROL1,
    CONTROL2,
    CONTROL3 | loop,
    CONTROL4,
  ]);
  bus.writeTo(address, OPEN_LOOP_PERIOD);
  bus.writeTo(address, [MODE, REAL_TIME_PLAYBACK]);
};

/** Whoever calls has given the chip power. @returns the status of a chip that is another; 0 = all is well */
export const startDrv2605l = (bus: I2C, address: number): number => {
  setUp(bus, address, 0);
  const status = bus.readReg(address, STATUS, 1)[0] as number;
  return status >> 5 === CHIP_ID ? 0 : status;
};

/**
 * The mode with it: whatever a calibration that was cut short has left behind, this ends.
 *
 * @param strength - 0 to 255; the register is signed, its upper half would brake. 0 brakes a motor that still moves.
 */
export const setDrive = (bus: I2C, address: number, strength: number): void => {
  bus.writeTo(address, [MODE, REAL_TIME_PLAYBACK, strength >> 1]);
};

/** A few transfers on the bus take no longer. */
export const START_MILLIS = 20;
/** Until a timer that is pending has fired. */
const SETTLE_MILLIS = 40;

/**
 * Looks whether there is a motor at all, then calibrates the chip to it, keeps the result, and plays by it. Where either
 * fails the motor is driven in an open loop, which needs to know nothing of it. The results outlast the chip's power.
 *
 * @param lend - gives the chip power for so long
 */
export const calibrateDrv2605l = (
  bus: I2C,
  address: number,
  lend: (millis: number) => boolean,
  onFailure: (status: number) => void,
): boolean => {
  let mode = DIAGNOSTICS;
  let step = (): void => undefined;
  const finish = (): void => {
    if (!lend(START_MILLIS)) return;
    const status = bus.readReg(address, STATUS, 1)[0] as number;
    const isFailed = (status & DIAG_RESULT) !== 0;
    if (isFailed) settings[DRIVER_FEEDBACK] = 0;
    else if (mode === AUTO_CALIBRATION) {
      const found = bus.readReg(address, COMPENSATION, 3);
      settings[DRIVER_COMPENSATION] = found[0] as number;
      settings[DRIVER_BACK_EMF] = found[1] as number;
      settings[DRIVER_FEEDBACK] = found[2] as number;
      keepSettings();
    }
    setUp(bus, address, isFailed ? OPEN_LOOP : 0);
    if (isFailed) onFailure(status);
    else if (mode === DIAGNOSTICS) {
      mode = AUTO_CALIBRATION;
      setTimeout(step, SETTLE_MILLIS);
    }
  };
  step = (): void => {
    if (!lend(DRIVER_CALIBRATION_MILLIS)) return;
    bus.writeTo(address, [MODE, mode]);
    bus.writeTo(address, [GO, 1]);
    setTimeout(finish, DRIVER_CALIBRATION_MILLIS + SETTLE_MILLIS);
  };
  step();
  return true;
};
