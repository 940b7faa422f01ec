import type { SessionPort } from "@entrain/session";

export interface ServerOpts {
  readonly session: SessionPort;
  /** The built page: a folder with an `index.html`. */
  readonly pageDir: string;
  /** 0 takes any free port. Default 8080. */
  readonly port?: number;
}

export interface Server {
  /** Where a browser on this machine finds the page. */
  readonly url: string;
  readonly port: number;
  /** Ends every event stream and frees the port. The session is left as it is. */
  close(): Promise<void>;
}

/** Why a request was refused: the `code` in `{ error: { code, message } }`. A closed list. */
export type RequestErrorCode =
  | "foreign-host"
  | "foreign-origin"
  | "not-from-the-page"
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
