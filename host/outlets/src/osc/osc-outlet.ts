import { createSocket } from "node:dgram";
import { lookup } from "node:dns/promises";
import osc, { type OscMessage } from "osc/src/osc.js";
import { OutletError } from "../errors.ts";
import type { MaySend, Outlet } from "../outlet.ts";
import { type SentMember, sentView } from "../sent-view.ts";
import { type OscAddress } from "./address.ts";
import { groupMessages, memberMessages } from "./messages.ts";

/** 'Now', by the OSC specification: a receiver acts at once. */
const IMMEDIATELY = { raw: [0, 1] } as const;
/** A person takes about 200 bytes: a bundle stays within one packet of a local network (1,472 bytes). */
const MEMBERS_A_BUNDLE = 5;

const encoded = (packets: readonly OscMessage[]): Uint8Array =>
  osc.writePacket({ timeTag: IMMEDIATELY, packets }, { metadata: true });

const bundles = (members: readonly SentMember[]): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(members.length / MEMBERS_A_BUNDLE) }, (_, k) =>
    encoded(members.slice(k * MEMBERS_A_BUNDLE, (k + 1) * MEMBERS_A_BUNDLE).flatMap(memberMessages)),
  );

/**
 * Sends each published view as OSC 1.0 bundles over UDP.
 *
 * @see https://opensoundcontrol.stanford.edu/spec-1_0.html and docs/OSC.md
 * @throws OutletError `bad-address` when the host has no address
 */
export const openOscOutlet = async (
  { host, port }: OscAddress,
  { maySend = () => true }: { readonly maySend?: MaySend } = {},
): Promise<Outlet> => {
  const { address, family } = await lookup(host).catch((error: unknown) => {
    throw new OutletError(
      "bad-address",
      `expected a host that has an address for --osc, found ${(error as Error).message}, at ${host}`,
    );
  });
  const socket = createSocket(family === 6 ? "udp6" : "udp4");
  let failed = 0;
  let open = true;
  // A receiver that is not there yet, or left: counted, and the session goes on.
  socket.on("error", () => failed++);
  // Sending alone never keeps the program running.
  socket.unref();
  return {
    description: `OSC to ${host}:${String(port)}`,
    send: (view) => {
      if (!open) return;
      const sent = sentView(view, maySend);
      for (const packet of [encoded(groupMessages(sent)), ...bundles(sent.members)]) {
        socket.send(packet, port, address, (error) => {
          if (error) failed++;
        });
      }
    },
    failures: () => failed,
    close: () => {
      open = false;
      return new Promise((resolve) => socket.close(() => resolve()));
    },
  };
};
