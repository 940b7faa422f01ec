export type * from "./api.ts";
export * from "./controller.ts";
export { groupTempoHz } from "./group-tempo.ts";
export * from "./partner.ts";
export * from "./settings.ts";
export { leadWords } from "./words.ts";
