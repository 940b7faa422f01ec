import type { OpenLink } from "@entrain/band";
import { type BrowserBluetoothDevice, NORDIC_UART, openBluetoothUart } from "./bluetooth-link.ts";
import { type BrowserSerialPort, openSerialPort } from "./serial-link.ts";

export type Radio = "usb" | "bluetooth";

/** A band that somebody picked in the browser's own dialogue. */
export interface ChosenBand {
  readonly name: string;
  readonly openLink: OpenLink;
}

interface ReachingNavigator {
  readonly serial?: { requestPort(): Promise<BrowserSerialPort> };
  readonly bluetooth?: {
    requestDevice(options: {
      readonly filters: readonly { readonly services?: readonly string[]; readonly namePrefix?: string }[];
      readonly optionalServices: readonly string[];
    }): Promise<BrowserBluetoothDevice>;
  };
}

/** Names under which Espruino boards advertise themselves; not all of them name the service. */
const NAMES = ["Bangle.js", "Espruino", "Puck.js", "Pixl.js", "XIAO", "Entrain"];

const reaching = (): ReachingNavigator => navigator as unknown as ReachingNavigator;

/** How this browser can reach bands: Chromium-based ones on computers and Android; no other. */
export const radios = (): readonly Radio[] => [
  ...(reaching().serial === undefined ? [] : (["usb"] as const)),
  ...(reaching().bluetooth === undefined ? [] : (["bluetooth"] as const)),
];

/** Asks which band. Must follow a press: browsers want one. Rejects where nobody chooses. */
export const chooseBand = async (radio: Radio): Promise<ChosenBand> => {
  const { serial, bluetooth } = reaching();
  if (radio === "usb" && serial !== undefined) {
    const port = await serial.requestPort();
    return { name: "USB", openLink: () => openSerialPort(port) };
  }
  if (radio === "bluetooth" && bluetooth !== undefined) {
    const device = await bluetooth.requestDevice({
      filters: [{ services: [NORDIC_UART] }, ...NAMES.map((namePrefix) => ({ namePrefix }))],
      optionalServices: [NORDIC_UART],
    });
    return { name: device.name ?? "Bluetooth", openLink: () => openBluetoothUart(device) };
  }
  throw new Error("This browser cannot reach bands.");
};
