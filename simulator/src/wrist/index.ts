export * from "./create-wrist.ts";
export * from "./finger-taps.ts";
export { createIdentity, randomMounting, rotationOfQuaternion, type Rotation } from "./rotation.ts";
export * from "./sensor.ts";
export * from "./sensors.ts";
