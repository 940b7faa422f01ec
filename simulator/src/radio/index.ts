export * from "./api.ts";
export * from "./medium.ts";
export * from "./rooms.ts";
export * from "./simulated-bridge.ts";
