import { boards, type BoardId, xiaoSenseWiring, xiaoTapWiring } from "@entrain/boards";
import type { Scheduler } from "@entrain/time";
import type { Body } from "../body/index.ts";
import { createErm, createLra, createMotor, type Motor } from "../motor/index.ts";
import type { Random } from "../random/index.ts";
import {
  createFingerTaps,
  createWrist,
  type FingerTaps,
  KX023,
  LSM6DS3TRC,
  randomMounting,
  type SensorSpec,
  together,
  type Wrist,
} from "../wrist/index.ts";
import { Bus } from "./chip.ts";
import { createDrv2605lChip, type Drv2605lChip } from "./drv2605l-chip.ts";
import { createKx023Chip, type Kx023Chip } from "./kx023-chip.ts";
import { createLsm6ds3Chip } from "./lsm6ds3-chip.ts";
import type { Pins } from "./pins.ts";

/** The circuit around a band's interpreter. */
export interface BoardHardware {
  readonly motor: Motor;
  readonly busAt: (sda: string) => Bus | undefined;
  /** The accelerometer that the interpreter polls by itself; Bangle.js only. */
  readonly accelerometer: Kx023Chip | undefined;
  readonly driver: Drv2605lChip | undefined;
}

export interface BoardHardwareOpts {
  readonly board: BoardId;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly body: Body;
  readonly pins: Pins;
  readonly onFelt: (tMicros: number, strength: number) => void;
  /** A chip moves a pin of the interpreter's. */
  readonly onInput: (pin: string, level: 0 | 1) => void;
  /** A chip of another kind sits in the inertial chip's place, and answers with this. */
  readonly imuChipId?: number | undefined;
}

/** What the boards' circuits are made of. */
interface Parts extends BoardHardwareOpts {
  readonly motor: Motor;
  readonly wrist: Wrist;
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

const wireBangle = ({ pins, motor, wrist, scheduler, imuChipId }: Parts): BoardHardware => {
  pins.onChange(boards.banglejs2.motor.offPin, (level) => {
    motor.setDrive(scheduler.nowMicros(), level);
  });
  return { motor, busAt: () => undefined, accelerometer: createKx023Chip(wrist, imuChipId), driver: undefined };
};

const createImuBus = ({ wrist, scheduler, random, imuChipId, onInput }: Parts): Bus => {
  const chip = createLsm6ds3Chip({
    wrist,
    scheduler,
    rateShare: 1 + RATE_SD * random.fork("chip").normal(),
    ...(imuChipId !== undefined && { chipId: imuChipId }),
    onInterrupt: (level) => {
      onInput(xiaoSenseWiring.imuInterrupt, level);
    },
  });
  return new Bus({ [xiaoSenseWiring.imuAddress]: chip });
};

const wireXiao = (parts: Parts): BoardHardware => {
  const { pins, motor, scheduler } = parts;
  const driver = createDrv2605lChip(motor, scheduler);
  const buses: Readonly<Record<string, Bus>> = {
    [xiaoSenseWiring.imuSda]: createImuBus(parts),
    [xiaoSenseWiring.motorSda]: new Bus({ [xiaoSenseWiring.motorAddress]: driver }),
  };
  pins.onChange(boards["xiao-sense"].motor.offPin, (level) => {
    driver.enable(level, scheduler.nowMicros());
  });
  return { motor, busAt: (sda) => buses[sda], accelerometer: undefined, driver };
};

/** Current flows while the upper transistor is open, as much as the lower one's PWM lets through. */
const wireXiaoTap = (parts: Parts): BoardHardware => {
  const { pins, motor, scheduler } = parts;
  const upper = boards["xiao-tap"].motor.offPin;
  const drive = (): void => {
    motor.setDrive(scheduler.nowMicros(), pins.level(upper) * pins.level(xiaoTapWiring.motorPwm));
  };
  pins.onChange(upper, drive);
  pins.onChange(xiaoTapWiring.motorPwm, drive);
  const bus = createImuBus(parts);
  return {
    motor,
    busAt: (sda) => (sda === xiaoSenseWiring.imuSda ? bus : undefined),
    accelerometer: undefined,
    driver: undefined,
  };
};

const WIRING = { banglejs2: wireBangle, "xiao-sense": wireXiao, "xiao-tap": wireXiaoTap } as const;

/** Builds the motor, the chips and the wires of a board on somebody's wrist. */
export const createBoardHardware = (opts: BoardHardwareOpts): BoardHardware & { readonly fingers: FingerTaps } => {
  const { board, scheduler, random, body, onFelt } = opts;
  const model = boards[board].motor.kind === "erm" ? createErm(random.fork("motor")) : createLra(random.fork("motor"));
  const motor = createMotor({ model, random: random.fork("shake"), scheduler, onFelt });
  const fingers = createFingerTaps(random.fork("fingers"));
  const wrist = createWrist({
    body,
    mounting: randomMounting(random.fork("mounting")),
    sensor: sensorOf(board),
    random: random.fork("sensor"),
    motor: together([motor, fingers]),
  });
  return { ...WIRING[board]({ ...opts, motor, wrist }), fingers };
};
