import type { Page } from "playwright-core";

const NORDIC_UART = "6e400001-b5a3-f393-e0a9-e50e24dcca9e";
const RX = "6e400002-b5a3-f393-e0a9-e50e24dcca9e";
const TX = "6e400003-b5a3-f393-e0a9-e50e24dcca9e";
const CONFIGURATION = "00002902-0000-1000-8000-00805f9b34fb";
const ADDRESS = "09:09:09:09:09:09";
const NOTHING = {
  broadcast: false,
  read: false,
  writeWithoutResponse: false,
  write: false,
  notify: false,
  indicate: false,
  authenticatedSignedWrites: false,
  extendedProperties: false,
};
/** A notification of a watch: its MTU of 131, less three. */
const PIECE_BYTES = 128;

/** What is missing in Chromium's emulation: the object on which notifications would arrive is kept, to be told. */
const keepNotifier = (): void => {
  const { prototype } = (
    globalThis as unknown as {
      BluetoothRemoteGATTCharacteristic: { prototype: { startNotifications: () => Promise<unknown> } };
    }
  ).BluetoothRemoteGATTCharacteristic;
  const original = prototype.startNotifications;
  prototype.startNotifications = function (this: unknown) {
    (globalThis as Record<string, unknown>)["entrainNotifier"] = this;
    return original.call(this);
  };
};

const notify = (bytes: readonly number[]): void => {
  const target = (globalThis as unknown as { entrainNotifier?: EventTarget }).entrainNotifier;
  if (target === undefined) return;
  Object.defineProperty(target, "value", { configurable: true, value: new DataView(Uint8Array.from(bytes).buffer) });
  target.dispatchEvent(new Event("characteristicvaluechanged"));
};

interface Session {
  send(method: string, params?: object): Promise<Record<string, string>>;
  on(event: string, listener: (event: Record<string, string>) => void): void;
}

export interface EmulatedUart {
  /** The far end. */
  onBytes: ((bytes: Uint8Array) => void) | undefined;
  /** Towards the page. */
  write(bytes: Uint8Array): void;
}

/**
 * A Bluetooth device with a Nordic UART, by the emulation of Chromium's DevTools protocol: it is chosen, connected to,
 * subscribed to and written to through the browser's own Web Bluetooth. Notifications, which that emulation lacks, are
 * dispatched on the browser's own object.
 */
export const emulateUart = async (page: Page, name: string): Promise<EmulatedUart> => {
  const browser = page.context().browser();
  if (browser === null) throw new Error("expected a browser to speak to");
  const radio = (await browser.newBrowserCDPSession()) as unknown as Session;
  const chooser = (await page.context().newCDPSession(page)) as unknown as Session;
  const uart: EmulatedUart = {
    onBytes: undefined,
    write: (bytes) => {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES)
        void page.evaluate(notify, [...bytes.subarray(at, at + PIECE_BYTES)]).catch(() => undefined);
    },
  };
  const emulate = (method: string, params: object): Promise<Record<string, string>> =>
    radio.send(`BluetoothEmulation.${method}`, params);
  const answer =
    (method: string, id: string) =>
    (event: Record<string, string>): void =>
      void emulate(method, { [id]: event[id], type: event["type"], code: 0 }).catch(() => undefined);
  let isChosen = false;
  chooser.on("DeviceAccess.deviceRequestPrompted", (event) => {
    const [device] = event["devices"] as unknown as { id: string }[];
    if (isChosen || device === undefined) return;
    isChosen = true;
    void chooser.send("DeviceAccess.selectPrompt", { id: event["id"], deviceId: device.id });
  });
  await chooser.send("DeviceAccess.enable");
  await emulate("enable", { state: "powered-on", leSupported: true });
  radio.on("BluetoothEmulation.gattOperationReceived", answer("simulateGATTOperationResponse", "address"));
  radio.on(
    "BluetoothEmulation.descriptorOperationReceived",
    answer("simulateDescriptorOperationResponse", "descriptorId"),
  );
  radio.on("BluetoothEmulation.characteristicOperationReceived", (event) => {
    if (event["type"] === "write" && event["data"] !== undefined) uart.onBytes?.(Buffer.from(event["data"], "base64"));
    answer("simulateCharacteristicOperationResponse", "characteristicId")(event);
  });
  await emulate("simulatePreconnectedPeripheral", {
    address: ADDRESS,
    name,
    manufacturerData: [],
    knownServiceUuids: [NORDIC_UART],
  });
  const { serviceId } = await emulate("addService", { address: ADDRESS, serviceUuid: NORDIC_UART });
  const add = (characteristicUuid: string, properties: object): Promise<Record<string, string>> =>
    emulate("addCharacteristic", { serviceId, characteristicUuid, properties: { ...NOTHING, ...properties } });
  await add(RX, { writeWithoutResponse: true, write: true });
  const { characteristicId } = await add(TX, { notify: true });
  await emulate("addDescriptor", { characteristicId, descriptorUuid: CONFIGURATION });
  await page.addInitScript(keepNotifier);
  return uart;
};
