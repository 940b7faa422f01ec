export { FORGOTTEN, withoutMember, withoutRawMotion, withoutRawOf } from "./changes.ts";
export { CLASSROOM, isPast, parseRetention, RETENTION_FILE, type RetentionPolicy } from "./retention.ts";
export { type Change, rewriteSession } from "./rewrite.ts";
