export * from "./choral/choral-plans.ts";
export * from "./choral/choral-text.ts";
export * from "./errors.ts";
export * from "./pattern.ts";
export * from "./plan.ts";
export * from "./safety.ts";
export * from "./tempo.ts";
