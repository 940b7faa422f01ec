import type { FastifyRequest } from "fastify";
import type { IncomingMessage } from "node:http";
import type { Role } from "../role.ts";
import { ownHosts } from "../same-origin.ts";
import type { Device, Devices } from "./devices.ts";

export const COOKIE = "entrain-device";

/** Where a request came in: from this machine itself, or from its network. */
export type Door = "here" | "network";

/** Which listener a request came to: nothing that a sender writes decides it. */
export class Doors {
  readonly #fromNetwork = new WeakSet<IncomingMessage>();

  enterFromNetwork(request: IncomingMessage): void {
    this.#fromNetwork.add(request);
  }

  of({ raw }: FastifyRequest): Door {
    return this.#fromNetwork.has(raw) ? "network" : "here";
  }
}

/** The names that a request may call the server by, each at its own door. */
export const hostsOf = (door: Door, port: number, lanAddress: string | undefined): readonly string[] =>
  door === "here" ? ownHosts(port) : [`${lanAddress ?? ""}:${String(port)}`];

export interface Sender {
  readonly door: Door;
  /** Undefined for a device that has not joined. */
  readonly role: Role | undefined;
  /** Undefined for this machine itself. */
  readonly device?: number;
}

export type SenderOf = (request: FastifyRequest) => Sender;

export const senderOf =
  (doors: Doors, devices: Devices): SenderOf =>
  (request) => {
    const door = doors.of(request);
    if (door === "here") return { door, role: "host" };
    const token = request.cookies[COOKIE];
    const device: Device | undefined = token === undefined ? undefined : devices.find(token);
    return device ? { door, role: device.role, device: device.id } : { door, role: undefined };
  };
