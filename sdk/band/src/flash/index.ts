export * from "./api.ts";
export { flash } from "./flash.ts";
export { flashScript } from "./flash-script.ts";
export { unflash } from "./unflash.ts";
