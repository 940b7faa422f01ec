import { type OpenLink } from "@entrain/band";
import { openSerialLink, openTcpLink } from "@entrain/band/node";
import { SerialPort } from "serialport";
import { CliError } from "../errors.ts";

/** What `--port` names: a serial port by its path, or `tcp:HOST:PORT`; `NAME=` before it names whoever wears the band. */
export interface PortTarget {
  readonly name: string;
  readonly openLink: OpenLink;
}

const TCP = /^tcp:(?<host>[^:]+):(?<port>\d+)$/;

export const parsePortTarget = (text: string, baudRate: number): PortTarget => {
  const [, name, path = text] = /^(?<name>[^=/\\]+)=(?<path>.*)$/.exec(text) ?? [];
  if (path === "") throw new CliError("usage", `expected --port PATH or --port NAME=PATH, found "${text}"`);
  const tcp = TCP.exec(path)?.groups;
  const openLink: OpenLink = tcp
    ? () => openTcpLink({ host: tcp["host"] ?? "", port: Number(tcp["port"]) })
    : () => openSerialLink({ binding: SerialPort.binding, path, baudRate });
  return { name: name ?? path, openLink };
};
