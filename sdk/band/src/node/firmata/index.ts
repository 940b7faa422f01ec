export { BENCH_ONLY } from "./bench-only.ts";
export type { FirmataMotion } from "./firmata-motion.ts";
export { FIRMATA_BAUD_RATE, type FirmataTransport } from "./firmata-transport.ts";
export { type FirmataMotionOpts, openFirmataMotion } from "./open-firmata-motion.ts";
export type { BenchMotorOpts } from "./bench-motor.ts";
export { FirmataBand, type FirmataBandOpts } from "./firmata-band.ts";
