export { OutletError, type OutletErrorCode } from "./errors.ts";
