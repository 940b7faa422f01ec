export * from "./plan-of.ts";
