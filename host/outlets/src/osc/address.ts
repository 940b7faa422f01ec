import { OutletError } from "../errors.ts";

export interface OscAddress {
  readonly host: string;
  readonly port: number;
}

const HIGHEST_PORT = 65_535;
const LOOPBACK = "127.0.0.1";

/**
 * Where to send: `HOST:PORT`, or a port alone for this machine.
 *
 * @throws OutletError `bad-address`
 * @example parseOscAddress("9000") // { host: "127.0.0.1", port: 9000 }
 */
export const parseOscAddress = (text: string): OscAddress => {
  const parts = /^(?:(?<host>\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):)?(?<port>\d{1,5})$/.exec(text.trim())?.groups;
  const port = Number(parts?.["port"]);
  if (parts === undefined || port < 1 || port > HIGHEST_PORT) {
    throw new OutletError(
      "bad-address",
      `expected HOST:PORT or PORT from 1 to ${String(HIGHEST_PORT)} for --osc, found ${JSON.stringify(text.slice(0, 80))}`,
    );
  }
  return { host: (parts["host"] ?? LOOPBACK).replace(/^\[|\]$/g, ""), port };
};
