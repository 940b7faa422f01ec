export { ReportError, type ReportErrorCode } from "./errors.ts";
