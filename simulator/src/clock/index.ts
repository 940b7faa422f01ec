export * from "./band-clock.ts";
