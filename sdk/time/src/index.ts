export * from "./beacon-clock.ts";
export * from "./clock-estimator.ts";
export * from "./clock.ts";
export * from "./every.ts";
export * from "./exchange.ts";
export * from "./poll-wait.ts";
export * from "./system-clock.ts";
