import type { NetworkInterfaceInfo } from "node:os";
import { ServerError } from "../errors.ts";

type Interfaces = NodeJS.Dict<readonly NetworkInterfaceInfo[]>;

/** Addresses that a device in the same house can reach. IPv4 alone: that is what people can read to each other. */
export const lanAddresses = (interfaces: Interfaces): readonly string[] =>
  Object.values(interfaces).flatMap((infos) =>
    (infos ?? []).filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address),
  );

/**
 * The address to serve other devices on: the one asked for, or the only one there is.
 *
 * @throws ServerError `bad-lan-address`
 */
export const chooseLanAddress = (asked: string | true, interfaces: Interfaces): string => {
  const all = lanAddresses(interfaces);
  const found = all.length === 0 ? "none" : all.join(", ");
  if (asked === true) {
    if (all.length === 1 && all[0] !== undefined) return all[0];
    const want = all.length === 0 ? "a network" : "one network address; choose it with --lan ADDRESS";
    throw new ServerError("bad-lan-address", `expected ${want}, found ${found}`);
  }
  if (all.includes(asked)) return asked;
  throw new ServerError(
    "bad-lan-address",
    `expected --lan to be an address of this machine (${found}), found ${asked}`,
  );
};
