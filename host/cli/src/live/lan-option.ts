import { networkInterfaces } from "node:os";
import { chooseLanAddress } from "@entrain/server";
import type { Command } from "commander";

export interface LanOptions {
  /** True where the only address there is will do. */
  readonly lan?: string | true;
}

export const addLanOption = (command: Command): Command =>
  command.option("--lan [address]", "let other devices on this network join, each by a code from the page");

/** @throws ServerError `bad-lan-address` */
export const lanAddressOf = ({ lan }: LanOptions): string | undefined =>
  lan === undefined ? undefined : chooseLanAddress(lan, networkInterfaces());
