export type * from "./api.ts";
export { DEFAULT_PORT } from "./listen.ts";
export { ServerError } from "./errors.ts";
export type { ServerErrorCode } from "./errors.ts";
export { chooseLanAddress } from "./lan/lan-address.ts";
export { createServer } from "./server.ts";
