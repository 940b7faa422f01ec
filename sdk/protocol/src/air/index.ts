export * from "./air-back.ts";
export * from "./air-clock.ts";
export * from "./air-errors.ts";
export * from "./air-layout.ts";
export * from "./air-line.ts";
export * from "./air-out.ts";
export * from "./air-plan.ts";
