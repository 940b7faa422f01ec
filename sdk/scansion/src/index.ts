export * from "./english-lexicon.ts";
export * from "./mark-english.ts";
export * from "./word-stress.ts";
