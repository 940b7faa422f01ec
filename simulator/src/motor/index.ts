export * from "./create-motor.ts";
export { drivenMicros, type DrivenSpan } from "./drive-ledger.ts";
export * from "./erm.ts";
export * from "./lra.ts";
export type { MotorModel } from "./motor-model.ts";
