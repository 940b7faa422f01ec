import { boards, type BoardId } from "@entrain/boards";
import { watchIcon } from "./icon.ts";

/** What the firmware keeps through a restart (`src/settings.ts`). */
const SETTINGS = "entrain.json";
const MARK = "entrain.info";
const APP = "entrain.app.js";
const ICON = "entrain.img";
const VERSION = "0.1.0";

export interface InstalledFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What goes onto a board, and how it is started and left: `FlashImage` of `@entrain/band/flash`. */
export interface Install {
  readonly boardId: BoardId;
  readonly interpreterBoards: readonly string[];
  readonly wayBack: string;
  readonly files: readonly InstalledFile[];
  readonly data: readonly string[];
  readonly replaces: string | undefined;
  readonly start: string;
}

const file = (name: string, text: string): InstalledFile => ({ name, bytes: Buffer.from(text, "latin1") });

/** A watch's launcher reads it; removed with the files that it names, an app leaves no trace. */
const appInfo = {
  id: "entrain",
  name: "Entrain",
  src: APP,
  icon: ICON,
  version: VERSION,
  files: [MARK, APP, ICON].join(","),
  data: SETTINGS,
};

const forWatch = (code: string) => ({
  // The launcher shows what has an info: that comes first only because it is also the mark; its app is started by us.
  files: [file(MARK, JSON.stringify(appInfo)), { name: ICON, bytes: watchIcon() }, file(APP, code)],
  replaces: undefined,
  start: `load("${APP}")`,
});

const forBoot = (board: BoardId, code: string) => ({
  files: [file(MARK, JSON.stringify({ id: "entrain", board, version: VERSION })), file(".bootcde", code)],
  replaces: ".bootcde",
  start: "load()",
});

export const installOf = (board: BoardId, code: string): Install => {
  const { espruino, wayBack } = boards[board];
  return {
    boardId: board,
    interpreterBoards: espruino.boards,
    wayBack,
    data: [SETTINGS],
    ...(espruino.install === "app" ? forWatch(code) : forBoot(board, code)),
  };
};
