export type * from "./contract.ts";
export * from "./live-session.ts";
export * from "./pacer.ts";
export * from "./pipeline.ts";
export * from "./score-recording.ts";
export type { ScoredDyad, ScoredDyads } from "./scored-dyads.ts";
