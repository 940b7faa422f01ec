/**
 * Espruino's real surface, as far as the firmware uses it; nothing else compiles. Written against Espruino 2v29:
 * https://www.espruino.com/Reference
 */

// What the compiler itself must find where there is no library.
interface Array<T> {
  length: number;
  [index: number]: T;
  push(item: T): number;
}
interface ArrayLike<T> {
  readonly length: number;
  readonly [index: number]: T;
}
type Record<K extends keyof never, T> = { [P in K]: T };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type NonNullable<T> = T & {};
interface Boolean {}
interface CallableFunction extends Function {}
interface Function {}
interface IArguments {}
interface NewableFunction extends Function {}
interface Number {}
interface Object {}
interface RegExp {}
interface String {
  readonly length: number;
  charCodeAt(index: number): number;
  indexOf(part: string, from?: number): number;
  substr(from: number, length?: number): string;
  endsWith(part: string): boolean;
}

interface ArrayBuffer {
  readonly byteLength: number;
}
declare const ArrayBuffer: new (bytes: number) => ArrayBuffer;
interface TypedArray {
  readonly length: number;
  readonly buffer: ArrayBuffer;
  [index: number]: number;
  set(items: ArrayLike<number> | string, at?: number): void;
}
interface TypedArrayConstructor<T> {
  new (length: number): T;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): T;
}
interface Uint8Array extends TypedArray {}
interface Uint16Array extends TypedArray {}
interface Uint32Array extends TypedArray {}
interface Int16Array extends TypedArray {}
interface Float64Array extends TypedArray {}
interface Int8Array extends TypedArray {}
declare const Uint8Array: TypedArrayConstructor<Uint8Array>;
declare const Uint16Array: TypedArrayConstructor<Uint16Array>;
declare const Uint32Array: TypedArrayConstructor<Uint32Array>;
declare const Int8Array: TypedArrayConstructor<Int8Array>;
declare const Int16Array: TypedArrayConstructor<Int16Array>;
declare const Float64Array: TypedArrayConstructor<Float64Array>;
declare const Math: { readonly floor: (x: number) => number; random(): number };

/** Seconds, on a clock with steps of 1/32768 s. */
declare function getTime(): number;
declare function getSerial(): string;
declare function atob(base64: string): string;
declare function btoa(bytes: Uint8Array): string;
declare function setTimeout(callback: () => void, millis: number): number;
declare function clearTimeout(id: number): void;
declare function setInterval(callback: () => void, millis: number): number;

interface Pin {
  readonly pin: never;
}
declare function digitalWrite(pin: Pin, value: 0 | 1): void;
declare function analogWrite(pin: Pin, value: number, options: { freq: number }): void;
declare function digitalRead(pin: Pin): number;
declare function analogRead(pin: Pin): number;
declare function pinMode(pin: Pin, mode: "input_pulldown" | "output"): void;
interface WatchEvent {
  readonly state: boolean;
  /** Seconds, on the clock of `getTime`. */
  readonly time: number;
}
declare function setWatch(
  callback: (event: WatchEvent) => void,
  pin: Pin,
  options: { repeat: boolean; edge: "both" | "rising" | "falling"; debounce: number },
): number;

/** Espruino 2v29: timers that run without JavaScript. `add` gives −1 where no timer is free. */
interface TimerLibrary {
  add(task: { type: "SET"; pin: Pin; value: 0 | 1; time: number }): number;
}
/** The interpreter's own `require`: the build gives it back its name, which a bundler would take for a module of ours. */
declare function espruinoRequire(name: "timer"): TimerLibrary;

/** Files in flash. `readJSON` gives undefined where there is none, or where it is none. */
interface StorageLibrary {
  readJSON(name: string, noExceptions: true): number[] | undefined;
  writeJSON(name: string, value: readonly number[]): void;
}
declare function espruinoRequire(name: "Storage"): StorageLibrary;

/** Natively, on the boards and on Linux builds with cryptography. */
interface CryptoLibrary {
  readonly SHA256: (message: Uint8Array) => ArrayBuffer;
}
declare function espruinoRequire(name: "crypto"): CryptoLibrary;

declare class I2C {
  setup(options: { sda: Pin; scl: Pin; bitrate: number }): void;
  writeTo(address: number, bytes: readonly number[]): void;
  /** With a repeated start, since Espruino 2v28. */
  readReg(address: number, register: number, count: number): Uint8Array;
}

declare const E: {
  readonly CRC32: (bytes: Uint8Array | string) => number;
  toUint8Array(text: string): Uint8Array;
  setConsole(device: null, options: { force: boolean }): void;
  getBattery(): number;
  enableWatchdog(seconds: number, automatic: boolean): void;
  kickWatchdog(): void;
  on(event: "kill", callback: () => void): void;
};

declare const process: {
  readonly env: { readonly VERSION: string };
  memory(collectGarbage: boolean): { readonly free: number };
  on(event: "uncaughtException", callback: () => void): void;
};

interface SerialDevice {
  /** One behind the other. */
  write(text: string, more: string): void;
  on(event: "data", callback: (text: string) => void): void;
}
declare const USB: SerialDevice;
declare const Bluetooth: SerialDevice;

/** What a scan heard, as far as we look at it. */
interface ScannedDevice {
  /** Without the company's identifier. */
  readonly manufacturerData: ArrayBuffer;
}
/**
 * The radio. Data that is set anew goes out at once; bytes are taken for a whole advert, objects are made into one.
 * A filter is applied by the interpreter's own code, before any of ours runs.
 */
declare const NRF: {
  setAdvertising(data: Uint8Array | {}, options: { interval: number; connectable: boolean; scannable: boolean }): void;
  setScan(
    callback?: (device: ScannedDevice) => void,
    options?: {
      filters: readonly { manufacturerData: Readonly<Record<number, {}>> }[];
      /** Of each interval so much is listened, ms. */
      window: number;
      interval: number;
    },
  ): void;
};

interface AccelSample {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** The length of the difference from the reading before. */
  readonly diff: number;
}
declare const Bangle: {
  accelWr(register: number, value: number): void;
  accelRd(register: number): number;
  setPollInterval(millis: number): void;
  setOptions(options: {
    powerSave?: boolean;
    manualWatchdog?: boolean;
    /** How long the button must be held until the watch leaves an app, ms. */
    btnLoadTimeout?: number;
    /** After which the screen no longer feels a touch, ms; 0 = never. */
    lockTimeout?: number;
  }): void;
  setLocked(isLocked: boolean): void;
  /** The backlight. */
  setLCDPower(level: 0 | 1): void;
  on(event: "touch" | "swipe", callback: () => void): void;
  on(event: "accel", callback: (sample: AccelSample) => void): void;
};

/** The screen. */
declare const g: {
  clear(resetState: boolean): void;
  setFont(name: string, size: number): void;
  drawString(text: string, x: number, y: number): void;
};

declare const D0: Pin,
  D1: Pin,
  D2: Pin,
  D3: Pin,
  D4: Pin,
  D5: Pin,
  D13: Pin,
  D14: Pin,
  D15: Pin,
  D16: Pin,
  D17: Pin,
  D18: Pin,
  D19: Pin,
  D32: Pin;
