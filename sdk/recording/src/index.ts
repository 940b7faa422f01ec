export { RecordingError, type RecordingErrorCode } from "./errors.ts";
