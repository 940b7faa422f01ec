export * from "./arm-swing.ts";
export * from "./breath.ts";
export * from "./clap.ts";
export * from "./drum.ts";
export * from "./step.ts";
export * from "./sway.ts";
