import { readdir } from "node:fs/promises";
import { SerialPort } from "serialport";

export interface ListedPort {
  readonly path: string;
  readonly manufacturer: string | undefined;
  readonly serialNumber: string | undefined;
}

const DEVICE = /^(?:ttyACM|ttyUSB|cu\.usb|rfcomm)/;

/** What looks like a serial port in /dev: for systems without `udevadm`, on which the library cannot list. */
const fromDevices = async (): Promise<readonly ListedPort[]> => {
  const names = await readdir("/dev").catch(() => [] as string[]);
  return names
    .filter((name) => DEVICE.test(name))
    .map((name) => ({ path: `/dev/${name}`, manufacturer: undefined, serialNumber: undefined }));
};

/** The serial ports of this computer that something is plugged into. */
export const listPorts = async (): Promise<readonly ListedPort[]> => {
  try {
    const ports = await SerialPort.list();
    // Built-in ports of a mainboard have no vendor: nobody wears those.
    return ports.filter(({ vendorId, path }) => vendorId !== undefined || DEVICE.test(path.replace("/dev/", "")));
  } catch {
    return fromDevices();
  }
};
