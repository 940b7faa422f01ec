// StandardFirmata 2.5 (github.com/firmata/arduino) and the protocol (github.com/firmata/protocol)

import { every, type Scheduler } from "@entrain/time";
import { createFirmataParser } from "./firmata-parser.ts";
import { SimulatedI2c } from "./simulated-i2c.ts";
import type { SimulatedMpu6050 } from "./simulated-mpu6050.ts";
import { ANALOG_CHANNELS, CAPABILITIES } from "./uno-pins.ts";

const REPORT_VERSION = 0xf9;
const SYSTEM_RESET = 0xff;
const REPORT_FIRMWARE = 0x79;
const CAPABILITY_QUERY = 0x6b;
const CAPABILITY_RESPONSE = 0x6c;
const ANALOG_MAPPING_QUERY = 0x69;
const ANALOG_MAPPING_RESPONSE = 0x6a;
const SAMPLING_INTERVAL = 0x7a;
const sevenBits = (bytes: Iterable<number>): number[] => [...bytes].flatMap((byte) => [byte & 0x7f, byte >> 7]);

/** An Uno with StandardFirmata and a sensor on its I²C bus, at the far end of a cable. */
export class SimulatedFirmata {
  onBytes: ((bytes: Uint8Array) => void) | undefined;
  samplingIntervalMillis = 19;
  resets = 0;
  versionReports = 0;
  readonly i2c: SimulatedI2c;
  /** PWM by pin, 0 to 255. */
  readonly levels = new Map<number, number>();
  private readonly scheduler: Scheduler;
  private readonly parse = createFirmataParser({
    sysex: (command, data) => {
      this.sysex(command, data);
    },
    analog: (pin, value) => void this.levels.set(pin, value),
    bare: (command) => {
      if (command === REPORT_VERSION) this.reportVersion();
      if (command === SYSTEM_RESET) this.reset();
    },
  });
  private stopSampling: (() => void) | undefined;

  constructor(scheduler: Scheduler, sensor?: SimulatedMpu6050) {
    this.scheduler = scheduler;
    this.i2c = new SimulatedI2c(sensor, (command, bytes) => {
      this.sendSysex(command, sevenBits(bytes));
    });
  }

  /** Plugs it in: it says what it is, by itself. */
  boot(): void {
    this.reportVersion();
    this.sysex(REPORT_FIRMWARE, []);
  }

  receive(bytes: Uint8Array): void {
    bytes.forEach(this.parse);
  }

  send(bytes: readonly number[]): void {
    this.onBytes?.(Uint8Array.from(bytes));
  }

  /** A timer loop of its own; ends with the power. */
  powerOff(): void {
    this.stopSampling?.();
    this.stopSampling = undefined;
  }

  private reportVersion(): void {
    this.versionReports++;
    this.send([REPORT_VERSION, 2, 5]);
  }

  private sendSysex(command: number, data: readonly number[]): void {
    this.send([0xf0, command, ...data, 0xf7]);
  }

  private sysex(command: number, data: readonly number[]): void {
    if (command === REPORT_FIRMWARE) this.sendSysex(command, [2, 5, ...sevenBits(Buffer.from("StandardFirmata.ino"))]);
    else if (command === CAPABILITY_QUERY) {
      this.sendSysex(CAPABILITY_RESPONSE, CAPABILITIES);
    } else if (command === ANALOG_MAPPING_QUERY) {
      this.sendSysex(ANALOG_MAPPING_RESPONSE, ANALOG_CHANNELS);
    } else if (command === SAMPLING_INTERVAL) {
      this.samplingIntervalMillis = (data[0] ?? 0) | ((data[1] ?? 0) << 7);
    } else if (this.i2c.sysex(command, data)) this.sample();
  }

  private sample(): void {
    this.stopSampling?.();
    this.stopSampling = every(this.scheduler, this.samplingIntervalMillis * 1_000, () => {
      this.i2c.readContinuous();
    });
  }

  private reset(): void {
    this.resets++;
    this.i2c.reset();
    this.levels.clear();
    this.powerOff();
  }
}
