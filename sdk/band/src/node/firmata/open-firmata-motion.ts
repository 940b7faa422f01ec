import type { Board, PinMode } from "johnny-five";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import type { Placement } from "../../band.ts";
import { BandError } from "../../errors.ts";
import { answerBy } from "./answer-by.ts";
import { bareMotor, requireDeclared } from "./bare-motor.ts";
import type { BenchMotor, BenchMotorOpts } from "./bench-motor.ts";
import { requireOnBench } from "./bench-only.ts";
import { startDrv2605l } from "./drv2605l.ts";
import { FirmataBench } from "./firmata-bench.ts";
import type { FirmataMotion } from "./firmata-motion.ts";
import { closeTransport, type FirmataTransport } from "./firmata-transport.ts";
import { type I2cBus, i2cBusOf } from "./i2c-bus.ts";
import { startMpu6050 } from "./mpu6050.ts";
import { openBoard } from "./open-board.ts";

export interface FirmataMotionOpts {
  /** Open, at `FIRMATA_BAUD_RATE`; the bench band's own from here on, closed by `close` and by every failure. */
  readonly transport: FirmataTransport;
  /** Its time of arrival is every sample's time, since StandardFirmata sends none. */
  readonly scheduler: Scheduler;
  readonly name: string;
  /** `hand`, or nothing for the table: a bench band is never worn. */
  readonly placement?: Placement;
  /** Between two samples, in whole milliseconds. A sample takes 6.1 ms on the wire, and firmata-io asks for 10 ms at least. */
  readonly intervalMicros?: number;
  readonly motor?: BenchMotorOpts;
}

export interface OpenBench {
  readonly motion: FirmataBench;
  readonly motor: BenchMotor | undefined;
}

/** Firmata's own number; the enum of the types is there in types alone. */
const OUTPUT_MODE = 1 as unknown as PinMode;
const ANSWER_WITHIN_MICROS = 5_000_000;
const SHORTEST_INTERVAL_MICROS = 10_000;
/** Firmata has 14 bits for it. */
const LONGEST_INTERVAL_MICROS = 16_383_000;

const requireInterval = (intervalMicros: number): number => {
  const millis = intervalMicros / 1_000;
  const fits = intervalMicros >= SHORTEST_INTERVAL_MICROS && intervalMicros <= LONGEST_INTERVAL_MICROS;
  if (fits && Number.isInteger(millis)) return millis;
  throw new BandError(
    "refused",
    `expected an interval of 10 to 16383 whole milliseconds, found ${millis.toString()} ms`,
  );
};

const open = async (opts: FirmataMotionOpts, intervalMillis: number): Promise<OpenBench> => {
  const { transport, scheduler, name, motor } = opts;
  const tDeadlineMicros: SessionMicros = sessionMicros(scheduler.nowMicros() + ANSWER_WITHIN_MICROS);
  const inTime = <T>(answer: Promise<T>, expected: string): Promise<T> =>
    answerBy(answer, { scheduler, transport, tDeadlineMicros, expected: `${expected} for ${name} within 5 s` });
  const opening = openBoard(transport, scheduler);
  try {
    const { board, reset } = await inTime(opening.ready, "StandardFirmata at 57600 baud");
    // Whatever a host that died left on goes off first.
    reset();
    board.samplingInterval(intervalMillis);
    const bus = i2cBusOf(board);
    await inTime(startMpu6050(bus), "an MPU6050 on the Arduino's I2C bus");
    const started =
      motor && (await inTime(startMotor(motor, board, bus, scheduler), "a DRV2605L on the Arduino's I2C bus"));
    return { motion: new FirmataBench({ name, transport, scheduler, bus, abandon: opening.abandon }), motor: started };
  } catch (error) {
    opening.abandon();
    throw error;
  }
};

const startMotor = (opts: BenchMotorOpts, board: Board, bus: I2cBus, scheduler: Scheduler): Promise<BenchMotor> => {
  if (opts.kind === "pwm") return Promise.resolve(bareMotor(board, opts.pin, scheduler));
  if (opts.enablePin !== undefined) {
    board.pinMode(opts.enablePin, OUTPUT_MODE);
    board.digitalWrite(opts.enablePin, 1);
  }
  return startDrv2605l(bus, opts.actuator);
};

/**
 * Opens a bench band: its movements, and its motor where it is said to have one.
 *
 * @throws BandError as {@link openFirmataMotion}
 */
export const openBench = async (opts: FirmataMotionOpts): Promise<OpenBench> => {
  try {
    requireOnBench(opts.placement);
    requireDeclared(opts.motor);
    const intervalMillis = requireInterval(opts.intervalMicros ?? SHORTEST_INTERVAL_MICROS);
    if (!opts.transport.isOpen)
      throw new BandError("closed", `expected an open port for ${opts.name}, found it closed`);
    return await open(opts, intervalMillis);
  } catch (error) {
    await closeTransport(opts.transport);
    throw error;
  }
};

/**
 * Opens the movements of a **bench band**: an Arduino with StandardFirmata and an MPU6050 at address 0x68, read by
 * johnny-five. Bench only, never worn. No device timestamps: samples are stamped by `scheduler` as they arrive.
 *
 * @throws BandError `refused` for a place on a body or an interval out of range, `no-answer` after 5 s of silence,
 * `not-a-band` where the sensor is another or missing, `closed` where the link ends before that
 */
export const openFirmataMotion = async (opts: Omit<FirmataMotionOpts, "motor">): Promise<FirmataMotion> =>
  (await openBench(opts)).motion;
