import type { ExerciseShelf, SessionPort } from "@entrain/session";
import type { Needs } from "./role.ts";

export interface ServerOpts {
  readonly session: SessionPort;
  /** Where exercises are written and kept; absent where none are. */
  readonly shelf?: ExerciseShelf;
  /** The built page: a folder with an `index.html`. */
  readonly pageDir: string;
  /** 0 takes any free port. Default 8080. */
  readonly port?: number;
  /** An address of this machine on its network, where other devices may join by a code. Absent: loopback alone. */
  readonly lanAddress?: string;
}

/** A route, and who may ask for it. */
export interface ServedRoute {
  readonly method: string;
  readonly path: string;
  readonly needs: Needs;
}

export interface Server {
  /** Where a browser on this machine finds the page. */
  readonly url: string;
  readonly port: number;
  /** Where other devices find it; absent where none may. */
  readonly lanUrl?: string;
  readonly routes: readonly ServedRoute[];
  /** Ends every event stream and frees the port. The session is left as it is. */
  close(): Promise<void>;
}

/** Why a request was refused: the `code` in `{ error: { code, message } }`. A closed list. */
export type RequestErrorCode =
  | "foreign-host"
  | "foreign-origin"
  | "not-from-the-page"
  | "join-first"
  | "wrong-role"
  | "wrong-code"
  | "too-many-devices"
  | "too-many-requests"
  | "unknown-route"
  | "bad-url"
  | "wrong-content-type"
  | "body-too-large"
  | "bad-json"
  | "bad-value"
  | "too-many-viewers"
  | "command-refused"
  | "bad-request"
  | "internal";

/** The answer to a command. */
export interface CommandAnswer {
  /** Session time of the view when the command was under way: every later view knows of it. */
  readonly tMicros: number;
}
