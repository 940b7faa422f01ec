import type { SimulatedDrv2605l } from "./simulated-drv2605l.ts";
import type { SimulatedMpu6050 } from "./simulated-mpu6050.ts";

const I2C_REQUEST = 0x76;
const I2C_REPLY = 0x77;
const I2C_CONFIG = 0x78;
const STRING_DATA = 0x71;
const MODE_MASK = 0x18;
const WRITE = 0x00;
const READ = 0x08;
const READ_CONTINUOUSLY = 0x10;
const MPU6050_ADDRESS = 0x68;
const DRV2605L_ADDRESS = 0x5a;

interface Query {
  readonly address: number;
  readonly register: number;
  readonly length: number;
}

/** StandardFirmata's I²C requests, with one sensor on the bus or none. */
export class SimulatedI2c {
  /** A haptic driver on the same bus. */
  driver: SimulatedDrv2605l | undefined;
  /** Taken off to break a wire. */
  sensor: SimulatedMpu6050 | undefined;
  /** Before 2.4 a failed reading is answered with the bytes of the reading before it. */
  repliesStale = false;
  queries: Query[] = [];
  private readonly reply: (command: number, bytes: readonly number[]) => void;
  private isEnabled = false;
  private readonly buffer = new Uint8Array(32);

  constructor(sensor: SimulatedMpu6050 | undefined, reply: (command: number, bytes: readonly number[]) => void) {
    this.sensor = sensor;
    this.reply = reply;
  }

  /** @returns whether a continuous reading began */
  sysex(command: number, data: readonly number[]): boolean {
    if (command === I2C_CONFIG) this.isEnabled = true;
    if (command !== I2C_REQUEST || !this.isEnabled) return false;
    const [address = 0, mode = 0, ...pairs] = data;
    const words = pairs.flatMap((low, i) => (i % 2 === 0 ? [low | ((pairs[i + 1] ?? 0) << 7)] : []));
    const [register = 0, second = 0] = words;
    switch (mode & MODE_MASK) {
      case WRITE:
        if (address === MPU6050_ADDRESS) this.sensor?.write(register, second);
        else if (address === DRV2605L_ADDRESS) this.driver?.write(register, second);
        return false;
      case READ:
        this.readAndReport({ address, register, length: second });
        return false;
      case READ_CONTINUOUSLY:
        this.queries.push({ address, register, length: second });
        return true;
      default:
        this.queries.pop();
        return false;
    }
  }

  readContinuous(): void {
    for (const query of this.queries) this.readAndReport(query);
  }

  reset(): void {
    this.isEnabled = false;
    this.queries = [];
  }

  private readAndReport({ address, register, length }: Query): void {
    const found = (
      address === MPU6050_ADDRESS ? this.sensor : address === DRV2605L_ADDRESS ? this.driver : undefined
    )?.read(register, length);
    if (found !== undefined) this.buffer.set(found);
    else this.reply(STRING_DATA, [...Buffer.from("I2C: Too few bytes received")]);
    const sent = found !== undefined || this.repliesStale ? length : 0;
    this.reply(I2C_REPLY, [address, register, ...this.buffer.subarray(0, sent)]);
  }
}
