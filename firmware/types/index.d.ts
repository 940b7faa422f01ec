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

/** What goes into a board's flash, and how it is started and left. */
export interface BoardInstall {
  readonly boardId: "banglejs2" | "xiao-sense" | "xiao-tap";
  /** What `process.env.BOARD` may be. */
  readonly interpreterBoards: readonly string[];
  readonly wayBack: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Files that the firmware makes by itself. */
  readonly data: readonly string[];
  /** The one of `files` that may hold somebody else's program. */
  readonly replaces: string | undefined;
  /** The statement that starts it. */
  readonly start: string;
}

export declare const installs: Readonly<Record<BoardInstall["boardId"], BoardInstall>>;
