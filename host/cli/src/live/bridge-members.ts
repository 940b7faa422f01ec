import { Bridge, type OpenLink } from "@entrain/band";
import type { Scheduler } from "@entrain/time";
import type { ServedMember } from "./serve-session.ts";

export interface BridgeMembersOpts {
  readonly name: string;
  readonly scheduler: Scheduler;
  readonly openLink: OpenLink;
  readonly group: number;
  readonly numbers: readonly number[];
  /** What each is called; default: its number. */
  readonly names?: readonly string[];
}

/** A bridge that answers, and the numbered bands that it will hear. @throws BandError where there is none */
export const connectBridge = async ({ numbers, names, ...opts }: BridgeMembersOpts) => {
  const bridge = new Bridge(opts);
  await bridge.connect();
  const members: readonly ServedMember[] = numbers.map((number, i) => ({
    name: names?.[i] ?? String(number),
    reach: bridge.linkOf(number),
    signal: "bridged",
  }));
  return { bridge, members };
};
