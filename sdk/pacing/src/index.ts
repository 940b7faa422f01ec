export * from "./errors.ts";
export * from "./lead/index.ts";
export * from "./pattern.ts";
export * from "./plan.ts";
export * from "./safety.ts";
export * from "./tempo.ts";
