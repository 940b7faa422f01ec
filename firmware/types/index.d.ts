/** The globals of an Espruino band, by name, as `build/globals.ts` lists them. */
export type EspruinoGlobals = Readonly<Record<string, unknown>>;

export interface BoardFirmware {
  /** What is put on a band: ES5, top-level statements, minified. */
  readonly text: string;
  /** Runs the same text with these globals, as a band does when it boots. */
  readonly boot: (globals: EspruinoGlobals) => void;
}

/** A board; with `-air` also reached by a bridge; and the bridge. */
export type FirmwareName = "banglejs2" | "xiao-sense" | "xiao-tap" | "banglejs2-air" | "xiao-sense-air" | "bridge";

/** The firmware of every board, built by `npm run build`. */
export declare const firmware: Readonly<Record<FirmwareName, BoardFirmware>>;
