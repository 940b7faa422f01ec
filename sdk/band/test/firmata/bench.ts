import { SerialPortStream } from "@serialport/stream";
import { sessionMicros } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import {
  type FirmataMotion,
  FIRMATA_BAUD_RATE,
  type FirmataMotionOpts,
  openFirmataMotion,
} from "../../src/node/firmata/index.ts";
import { type FirmataCable, firmataBinding } from "./firmata-binding.ts";
import { SimulatedFirmata } from "./simulated-firmata.ts";
import { type Motion, SimulatedMpu6050 } from "./simulated-mpu6050.ts";

const SWAY_HZ = 0.7;

/** Lying flat and swaying to and fro along x, and turning about z. */
export const swaying = (tMicros: number): Motion => ({
  accelG: [0.5 * Math.sin(2 * Math.PI * SWAY_HZ * tMicros * 1e-6), 0, 1],
  gyroDps: [0, 0, 90 * Math.cos(2 * Math.PI * SWAY_HZ * tMicros * 1e-6)],
});

/** Streams and promises come to rest. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 12; i++) await new Promise((resolve) => setImmediate(resolve));
};

/** A table with one simulated Arduino on it, in virtual time. */
export const layTable = async () => {
  const clock = new VirtualClock();
  const sensor = new SimulatedMpu6050(() => swaying(clock.nowMicros()));
  const device = new SimulatedFirmata(clock, sensor);
  let cable: FirmataCable | undefined;
  const binding = firmataBinding(device, (plugged) => (cable = plugged));
  const transport = new SerialPortStream({
    binding,
    path: "/dev/ttyACM0",
    baudRate: FIRMATA_BAUD_RATE,
    autoOpen: false,
  });
  await new Promise<void>((resolve) => {
    transport.open(() => {
      resolve();
    });
  });
  const pass = (durationMicros: number): Promise<void> =>
    clock.advanceToDrained(sessionMicros(clock.nowMicros() + durationMicros), settle);
  const opening = (opts: Partial<FirmataMotionOpts> = {}): Promise<FirmataMotion> =>
    openFirmataMotion({ transport, scheduler: clock, name: "bench", ...opts });
  /** Opens while 6 s pass. */
  const open = async (opts: Partial<FirmataMotionOpts> = {}): Promise<FirmataMotion> => {
    const motion = opening(opts);
    const outcome = { isKnown: false };
    const know = (): void => {
      outcome.isKnown = true;
    };
    motion.then(know, know);
    await settle();
    for (let i = 0; i < 60 && !outcome.isKnown; i++) await pass(100_000);
    return motion;
  };
  return { clock, sensor, device, transport, settle, pass, open, unplug: () => cable?.unplug() };
};

export type Table = Awaited<ReturnType<typeof layTable>>;
