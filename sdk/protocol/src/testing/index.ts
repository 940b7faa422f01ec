export * from "./plan-of.ts";
export * from "./random-command.ts";
