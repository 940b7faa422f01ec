export type * from "./api.ts";
export * from "./at-rest/index.ts";
export { CHANNELS, type ChannelInfo } from "./channels.ts";
export * from "./entries.ts";
export { RecordingError, type RecordingErrorCode } from "./errors.ts";
export * from "./memory.ts";
export * from "./open-session.ts";
export * from "./read-entries.ts";
export * from "./session-writer.ts";
