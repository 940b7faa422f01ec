// InvenSense RM-MPU-6000A-00 (registers) and PS-MPU-6000A-00 (scales, tables 6.1 and 6.2)

export interface Motion {
  readonly accelG: readonly [number, number, number];
  readonly gyroDps: readonly [number, number, number];
}

const STEPS_PER_DPS = [131, 65.5, 32.8, 16.4];
const STEPS_PER_G = [16_384, 8_192, 4_096, 2_048];
const GYRO_CONFIG = 0x1b;
const ACCEL_CONFIG = 0x1c;
const ACCEL_XOUT_H = 0x3b;
const PWR_MGMT_1 = 0x6b;
const ASLEEP = 0x40;
const WHO_AM_I = 0x75;

const word = (value: number): number => Math.round(Math.max(-32_768, Math.min(32_767, value)));

/** The chip as a host meets it: asleep after power-on, at the smallest ranges. */
export class SimulatedMpu6050 {
  private readonly registers = new DataView(new ArrayBuffer(128));
  private readonly motion: () => Motion;

  constructor(motion: () => Motion, identity = 0x68) {
    this.motion = motion;
    this.registers.setUint8(PWR_MGMT_1, ASLEEP);
    this.registers.setUint8(WHO_AM_I, identity);
  }

  write(register: number, value: number): void {
    if (register !== WHO_AM_I) this.registers.setUint8(register, value);
  }

  read(register: number, length: number): Uint8Array {
    if ((this.registers.getUint8(PWR_MGMT_1) & ASLEEP) === 0) this.measure();
    return new Uint8Array(this.registers.buffer.slice(register, register + length));
  }

  private measure(): void {
    const { accelG, gyroDps } = this.motion();
    const scale = (table: readonly number[], register: number): number =>
      table[(this.registers.getUint8(register) >> 3) & 3] ?? NaN;
    const temperature = 1_234;
    const words = [
      ...accelG.map((g) => g * scale(STEPS_PER_G, ACCEL_CONFIG)),
      temperature,
      ...gyroDps.map((dps) => dps * scale(STEPS_PER_DPS, GYRO_CONFIG)),
    ];
    words.forEach((value, i) => {
      this.registers.setInt16(ACCEL_XOUT_H + 2 * i, word(value));
    });
  }
}
