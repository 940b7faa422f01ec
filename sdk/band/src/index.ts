export * from "./band.ts";
export * from "./band-group.ts";
export * from "./byte-link.ts";
export * from "./emitter.ts";
export * from "./errors.ts";
export * from "./frame-band.ts";
export type * from "./frame-band-opts.ts";
export * from "./bridge/bridge.ts";
