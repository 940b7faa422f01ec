export * from "./api.ts";
export { createBleLikeLink, type BleLikeLink } from "./ble-like.ts";
export type { BleConditions, BleLikeOpts } from "./ble-opts.ts";
export type { Faults } from "./faults.ts";
export type { LinkOpts } from "./create-lanes.ts";
export * from "./usb-like.ts";
