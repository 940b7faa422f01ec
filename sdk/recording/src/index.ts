export type * from "./api.ts";
export * from "./entries.ts";
export { RecordingError, type RecordingErrorCode } from "./errors.ts";
export * from "./at-rest/index.ts";
