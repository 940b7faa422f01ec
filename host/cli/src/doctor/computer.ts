import type { ListedPort } from "../live/list-ports.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

export type PortAccess = "free" | "absent" | "not-allowed";

/** What the doctor may ask of the computer. */
export interface ComputerProbes {
  /** Such as "v20.20.0". */
  readonly nodeVersion: string;
  readonly platform: NodeJS.Platform;
  readonly listPorts: () => Promise<readonly ListedPort[]>;
  readonly accessOf: (path: string) => Promise<PortAccess>;
}

const OLDEST_NODE = 20;

export const checkNode = ({ nodeVersion }: ComputerProbes): Finding => {
  const major = Number(/^v(\d+)/.exec(nodeVersion)?.[1]);
  return major >= OLDEST_NODE
    ? ok(`Node ${nodeVersion}`)
    : wrong(`Node ${nodeVersion}, expected ${String(OLDEST_NODE)} or newer`, "install a newer one from nodejs.org");
};

const allow = (platform: NodeJS.Platform): string =>
  platform === "linux"
    ? 'run `sudo usermod -aG dialout "$USER"` (on Arch: uucp), then log out and in again'
    : "let this user read and write it";

/** What a port is like before anybody opens it. */
export const checkAccess = async (path: string, { accessOf, platform }: ComputerProbes): Promise<Finding> => {
  const access = await accessOf(path);
  if (access === "free") return ok(`${path}: there, and may be opened`);
  if (access === "not-allowed") return wrong(`${path}: this user may not open it`, allow(platform));
  return wrong(
    `${path}: no such port`,
    "plug the band in with a cable that carries data, not only a charge; switch it on",
  );
};

/** What is plugged in. */
export const checkPorts = (ports: readonly ListedPort[]): Finding =>
  ports.length > 0
    ? ok(
        `${String(ports.length)} serial ${ports.length === 1 ? "port" : "ports"}: ${ports.map(({ path }) => path).join(", ")}`,
      )
    : note(
        "no serial port with anything plugged in",
        "plug a band in with a cable that carries data, not only a charge; a Bangle.js speaks Bluetooth: use the page for it",
      );
