/** Why a server did not come up. A closed list. */
export type ServerErrorCode =
  "port-in-use" | "port-forbidden" | "bad-port" | "page-missing" | "cannot-listen" | "bad-lan-address";

/** A server that cannot run. The message is one line and says what was expected and what was found. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code: ServerErrorCode;

  constructor(code: ServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
