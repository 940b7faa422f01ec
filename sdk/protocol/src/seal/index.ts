export { hmacSha256 } from "./hmac.ts";
export { sha256 } from "./sha256.ts";
export * from "./seal.ts";
