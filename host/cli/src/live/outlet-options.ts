import { openLslOutlet, openOscOutlet, type Outlet, parseOscAddress } from "@entrain/outlets";
import type { SessionPort } from "@entrain/session";
import type { Command } from "commander";
import { CliError } from "../errors.ts";
import { quoted } from "../score/text.ts";

/** What is sent on live to other programs. Nothing unless it is asked for. */
export interface OutletOptions {
  readonly osc?: readonly string[];
  readonly lsl?: boolean;
  /** Names of those whose own movement is not sent: they look like someone resting. */
  readonly keepPrivate?: readonly string[];
}

export const addOutletOptions = (command: Command): Command =>
  command
    .option("--osc <address...>", "send readings as OSC to HOST:PORT, or to PORT on this machine; see docs/OSC.md")
    .option("--lsl", "publish readings on the Lab Streaming Layer; ENTRAIN_LSL names the library")
    .option("--keep-private <names...>", "do not send these people's own movement; they look like someone resting");

/** Opens what was asked for, and sends every published view. @throws OutletError, with nothing left open */
export const openOutlets = async (
  session: SessionPort,
  names: readonly string[],
  { osc = [], lsl = false, keepPrivate = [] }: OutletOptions,
): Promise<readonly Outlet[]> => {
  const unknown = keepPrivate.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new CliError("usage", `expected one of ${names.join(", ")} for --keep-private, found ${quoted(unknown)}`);
  }
  const maySend = (member: number): boolean => !keepPrivate.includes(names[member] ?? "");
  const addresses = osc.map(parseOscAddress);
  const outlets: Outlet[] = [];
  try {
    if (lsl) outlets.push(openLslOutlet({ path: process.env["ENTRAIN_LSL"], view: session.view(), maySend }));
    for (const address of addresses) outlets.push(await openOscOutlet(address, { maySend }));
  } catch (error) {
    await closeOutlets(outlets);
    throw error;
  }
  for (const outlet of outlets) session.subscribe((view) => outlet.send(view));
  return outlets;
};

export const closeOutlets = async (outlets: readonly Outlet[]): Promise<void> => {
  for (const outlet of outlets) await outlet.close();
};
