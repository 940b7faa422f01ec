export * from "./recurrence.ts";
export * from "./surrogates.ts";
export * from "./symbolic-entropy.ts";
export * from "./sync-index.ts";
export * from "./team-spectra.ts";
export * from "./weak-null.ts";
export * from "./windowed-cross-correlation.ts";
