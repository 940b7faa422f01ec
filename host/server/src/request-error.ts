import type { RequestErrorCode } from "./api.ts";

/** A request that is refused, as it will be told to the sender. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: number;
  readonly code: RequestErrorCode;

  constructor(status: number, code: RequestErrorCode, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface ErrorBody {
  readonly error: { readonly code: RequestErrorCode; readonly message: string };
}

export const errorBody = (error: RequestError): ErrorBody => ({ error: { code: error.code, message: error.message } });
