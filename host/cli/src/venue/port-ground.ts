import { openSerialLink } from "@entrain/band/node";
import { type Ground, HeldClock } from "@entrain/session";
import { SerialPort } from "serialport";
import { listPorts } from "../live/list-ports.ts";
import { parsePortTarget } from "../live/port-target.ts";
import { systemScheduler } from "../system-scheduler.ts";

const BAUD = 115_200;

/**
 * Bands on the serial ports of this computer.
 *
 * @param more - ports that cannot be found by looking, such as `tcp:HOST:PORT`; `NAME=` before one labels it
 */
export const portGround = (more: readonly string[]): Ground => ({
  scheduler: new HeldClock(systemScheduler()),
  real: true,
  find: async () => {
    const found = await listPorts();
    return [
      ...found.map(({ path, manufacturer, serialNumber }) => ({
        id: serialNumber ?? path,
        label: [manufacturer, path].filter((text) => text !== undefined).join(", "),
        openLink: () => openSerialLink({ binding: SerialPort.binding, path, baudRate: BAUD }),
      })),
      ...more.map((text) => {
        const { name, openLink } = parsePortTarget(text, BAUD);
        return { id: text, label: name, openLink };
      }),
    ];
  },
  close: () => undefined,
});
