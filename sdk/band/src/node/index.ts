export * from "./serial-link.ts";
export * from "./tcp-link.ts";
