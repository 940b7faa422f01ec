import type { Scheduler } from "@entrain/time";
import type { OpenLink } from "../byte-link.ts";

/** A file in a board's flash. */
export interface FlashFile {
  /** At most 28 characters, as Espruino's Storage has it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What goes onto one kind of board, and what is left of it when it is taken off again. */
export interface FlashImage {
  /** The board that its hello must name afterwards. */
  readonly boardId: string;
  /** What `process.env.BOARD` may be there. */
  readonly interpreterBoards: readonly string[];
  /** How somebody gets to the prompt where this firmware already runs. */
  readonly wayBack: string;
  /** In the order in which they are put there. The first is the mark by which the board is known to hold them. */
  readonly files: readonly FlashFile[];
  /** Files that the firmware makes by itself. */
  readonly data: readonly string[];
  /** A file of {@link files} that may hold a program of somebody else's, which is then kept and given back. */
  readonly replaces: string | undefined;
  /** The statement that starts it. */
  readonly start: string;
}

/** How far it is. */
export interface FlashProgress {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** How fast a board is spoken to. */
export interface Pace {
  /** Handed to the link at once: an Espruino keeps 1024 characters that it has not read yet. */
  readonly pieceBytes: number;
  readonly pauseMicros: number;
}

export interface FlashOpts {
  readonly openLink: OpenLink;
  readonly scheduler: Scheduler;
  readonly image: FlashImage;
  /** Where, for messages. */
  readonly where: string;
  readonly onProgress?: (progress: FlashProgress) => void;
  readonly pace?: Pace;
}

/** Who answers at a prompt. */
export interface Interpreter {
  /** `process.env.BOARD`. */
  readonly board: string;
  /** `process.version`, such as "2v29". */
  readonly version: string;
}
