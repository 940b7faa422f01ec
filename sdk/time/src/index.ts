export * from "./clock-estimator.ts";
export * from "./clock.ts";
export * from "./every.ts";
export * from "./exchange.ts";
export * from "./skew-fit.ts";
export * from "./system-clock.ts";
