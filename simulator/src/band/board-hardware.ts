import { boards, type BoardId, xiaoSenseWiring } from "@entrain/boards";
import type { Scheduler } from "@entrain/time";
import type { Body } from "../body/index.ts";
import { createErm, createLra, createMotor, type Motor } from "../motor/index.ts";
import type { Random } from "../random/index.ts";
import { createWrist, KX023, LSM6DS3TRC, randomMounting, type SensorSpec, type Wrist } from "../wrist/index.ts";
import { Bus } from "./chip.ts";
import { createDrv2605lChip } from "./drv2605l-chip.ts";
import { createKx023Chip, type Kx023Chip } from "./kx023-chip.ts";
import { createLsm6ds3Chip } from "./lsm6ds3-chip.ts";
import type { Pins } from "./pins.ts";

/** The circuit around a band's interpreter. */
export interface BoardHardware {
  readonly motor: Motor;
  readonly busAt: (sda: string) => Bus | undefined;
  /** The accelerometer that the interpreter polls by itself; Bangle.js only. */
  readonly accelerometer: Kx023Chip | undefined;
}

export interface BoardHardwareOpts {
  readonly board: BoardId;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly body: Body;
  readonly pins: Pins;
  readonly onFelt: (tMicros: number, strength: number) => void;
}

/** Chips sample up to 8 % beside their nominal rate; ± 3 % is common. */
const RATE_SD = 0.015;

const sensorOf = (board: BoardId): SensorSpec => {
  const { imu } = boards[board];
  const spec = board === "banglejs2" ? KX023 : LSM6DS3TRC;
  const { gyroDps } = spec;
  return {
    ...spec,
    accelG: { ...spec.accelG, range: imu.accelRangeG, lsb: imu.accelScaleG },
    gyroDps: gyroDps && { ...gyroDps, range: imu.gyroRangeDps, lsb: imu.gyroScaleDps },
  };
};

const wireBangle = (pins: Pins, motor: Motor, wrist: Wrist, scheduler: Scheduler): BoardHardware => {
  pins.onChange(boards.banglejs2.motor.offPin, (level) => {
    motor.setDrive(scheduler.nowMicros(), level);
  });
  return { motor, busAt: () => undefined, accelerometer: createKx023Chip(wrist) };
};

const wireXiao = (pins: Pins, motor: Motor, wrist: Wrist, scheduler: Scheduler, random: Random): BoardHardware => {
  const { imu, motor: facts } = boards["xiao-sense"];
  const rateHz = imu.nominalRateHz * (1 + RATE_SD * random.normal());
  const driver = createDrv2605lChip(motor);
  const imuChip = createLsm6ds3Chip({ wrist, rateHz, accelScaleG: imu.accelScaleG, gyroScaleDps: imu.gyroScaleDps });
  const buses: Readonly<Record<string, Bus>> = {
    [xiaoSenseWiring.imuSda]: new Bus({ [xiaoSenseWiring.imuAddress]: imuChip }),
    [xiaoSenseWiring.motorSda]: new Bus({ [xiaoSenseWiring.motorAddress]: driver }),
  };
  pins.onChange(facts.offPin, (level) => {
    driver.enable(level, scheduler.nowMicros());
  });
  return { motor, busAt: (sda) => buses[sda], accelerometer: undefined };
};

/** Builds the motor, the chips and the wires of a board on somebody's wrist. */
export const createBoardHardware = ({
  board,
  scheduler,
  random,
  body,
  pins,
  onFelt,
}: BoardHardwareOpts): BoardHardware => {
  const model = boards[board].motor.kind === "erm" ? createErm(random.fork("motor")) : createLra(random.fork("motor"));
  const motor = createMotor({ model, random: random.fork("shake"), scheduler, onFelt });
  const wrist = createWrist({
    body,
    mounting: randomMounting(random.fork("mounting")),
    sensor: sensorOf(board),
    random: random.fork("sensor"),
    motor,
  });
  return board === "banglejs2"
    ? wireBangle(pins, motor, wrist, scheduler)
    : wireXiao(pins, motor, wrist, scheduler, random.fork("chip"));
};
