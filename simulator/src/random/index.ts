export * from "./create-random.ts";
export * from "./random.ts";
