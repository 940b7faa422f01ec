import { crc32 } from "@entrain/protocol";
import type { EspruinoGlobals } from "@entrain/firmware";
import type { Scheduler } from "@entrain/time";
import type { BandClock } from "../clock/index.ts";
import type { Random } from "../random/index.ts";
import type { Bus } from "./chip.ts";
import { INSTRUCTIONS_PER_MICRO, type InterpreterCost } from "./cost.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Pins, SimPin } from "./pins.ts";
import { PressRecord } from "./press-record.ts";

export interface EspruinoOpts {
  readonly scheduler: Scheduler;
  readonly interpreter: Interpreter;
  readonly cost: InterpreterCost;
  readonly clock: BandClock;
  readonly pins: Pins;
  readonly random: Random;
  readonly serial: string;
  readonly freeVariables: number;
  /** The bus on a data pin; undefined where nothing is wired. */
  readonly busAt: (sda: string) => Bus | undefined;
  /** 0 to 100. */
  readonly batteryPercent: () => number;
  /** 0 to 1, as `analogRead` gives it. */
  readonly analogLevel: (pin: string) => number;
  readonly onWatchdog: (seconds: number) => void;
  readonly onFeed: () => void;
  /** Files in flash, which outlast a restart. */
  readonly files: Map<string, string>;
}

/** What the outside does to a running interpreter. */
export interface EspruinoPort {
  readonly globals: EspruinoGlobals;
  /** A button's level changed. */
  button(pin: string, level: boolean): void;
  /** An exception that nobody caught. */
  uncaught(): void;
}

interface Watch {
  readonly pin: string;
  readonly edge: "both" | "rising" | "falling";
  readonly callback: (event: { state: boolean; time: number }) => void;
}

const PINS = ["D0", "D1", "D2", "D3", "D4", "D5", "D13", "D14", "D15", "D16", "D17", "D18", "D19", "D32"];
/** What writing a file stops the interpreter for; assumed, to be measured on a board. */
const WRITE_FILE_MICROS = 20_000;
/** Before what an I2C transfer carries, the chip is called. */
const ADDRESS_BYTES = 1;
const REGISTER_BYTES = 1;
/** Longer than any register: a block of samples. */
const MOST_REGISTER_BYTES = 8;

const latin1 = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

const toBytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
};

/**
 * Espruino's `atob` takes anything; what is not base64 it skips. Its typed arrays and natives take the text that it gives
 * for the bytes that it stands for; those of JavaScript do not, so that here it gives the bytes.
 */
const lenientAtob = (text: string): Uint8Array => {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, "");
  return toBytes(atob(clean.length % 4 === 1 ? clean.slice(0, -1) : clean));
};

/**
 * The globals that a band's firmware finds, over simulated hardware. Every call that stands for a piece of work charges
 * the interpreter what that work was measured to cost.
 */
export const createEspruino = (opts: EspruinoOpts): EspruinoPort => {
  const { interpreter, clock, pins, scheduler, cost } = opts;
  const charge = (instructions: number): void => {
    interpreter.spend(instructions / INSTRUCTIONS_PER_MICRO);
  };
  const watches: Watch[] = [];
  const onUncaught: (() => void)[] = [];
  const timers = new Map<number, () => void>();
  const setBefore = new WeakSet<() => void>();
  let timerCount = 0;

  /** Calls back after a time of the band's own clock. */
  const after = (millis: number, callback: () => void): (() => void) => {
    const tBand = clock.exactBandAt(interpreter.nowMicros()) + Math.max(0, millis) * 1_000;
    return scheduler.at(clock.trueAtBand(tBand), callback);
  };
  const presses = new PressRecord();
  const post = (handler: () => void): void => {
    interpreter.post(() => {
      presses.beginHandler();
      charge(cost.dispatch);
      handler();
      charge(cost.handler);
    });
  };
  const setTimer = (callback: () => void, millis: number, repeat: boolean): number => {
    const id = ++timerCount;
    const arm = (): void => {
      timers.set(
        id,
        after(millis, () => {
          if (repeat) arm();
          else timers.delete(id);
          post(callback);
        }),
      );
    };
    arm();
    // Charged once it is set: what led here asked for the time only then.
    charge(cost.setTimer + (setBefore.has(callback) ? cost.nextPulse : 0));
    setBefore.add(callback);
    return id;
  };
  const writePin = (pin: SimPin, level: number): void => {
    charge(cost.pinWrite);
    const hasSeenPress = presses.asking((asked) => pins.level(asked) === 1);
    interpreter.outside(() => {
      if (level === 0 || !hasSeenPress()) pins.write(pin.pin, level);
    });
  };

  class I2C {
    private bus: Bus | undefined;
    setup({ sda }: { sda: SimPin }): void {
      this.bus = opts.busAt(sda.pin);
    }
    writeTo(address: number, bytes: readonly number[]): void {
      charge(cost.busTransfer);
      interpreter.spend(cost.busByteMicros * (ADDRESS_BYTES + bytes.length));
      const [register = 0, ...values] = bytes;
      this.bus?.select(register);
      // What a chip does with a value (a driver drives) is ordered with the pins, which also change when their time comes.
      if (values.length > 0)
        interpreter.outside(() => this.bus?.write(address, register, values, scheduler.nowMicros()));
    }
    readReg(address: number, register: number, count: number): Uint8Array {
      charge(count > MOST_REGISTER_BYTES ? cost.busBlock : cost.busTransfer);
      interpreter.spend(cost.busByteMicros * (2 * ADDRESS_BYTES + REGISTER_BYTES + count));
      this.bus?.select(register);
      interpreter.catchUp();
      return this.bus?.readFrom(address, count, interpreter.nowMicros()) ?? new Uint8Array(count);
    }
  }

  const timerLibrary = {
    add: (task: { pin: SimPin; value: 0 | 1; time: number }) => {
      charge(cost.pulse);
      after(task.time, () => {
        pins.write(task.pin.pin, task.value);
      });
      return 0;
    },
  };
  const storage = {
    readJSON: (name: string): unknown => {
      try {
        return JSON.parse(opts.files.get(name) ?? "");
      } catch {
        return undefined;
      }
    },
    writeJSON: (name: string, value: unknown) => {
      interpreter.spend(WRITE_FILE_MICROS);
      opts.files.set(name, JSON.stringify(value));
    },
  };

  const globals: Record<string, unknown> = {
    getTime: () => clock.bandAt(interpreter.nowMicros()) / 1e6,
    getSerial: () => opts.serial,
    atob: (text: string) => {
      charge(cost.line + cost.lineChar * text.length);
      return lenientAtob(text);
    },
    btoa: (bytes: Uint8Array) => {
      charge(cost.frame + (cost.frameChar * bytes.length * 4) / 3);
      return btoa(latin1(bytes));
    },
    setTimeout: (callback: () => void, millis: number) => setTimer(callback, millis, false),
    setInterval: (callback: () => void, millis: number) => setTimer(callback, millis, true),
    clearTimeout: (id: number) => {
      charge(cost.clearTimer);
      timers.get(id)?.();
      timers.delete(id);
    },
    digitalWrite: writePin,
    analogWrite: writePin,
    digitalRead: (pin: SimPin) => {
      presses.noteAsked(pin.pin, interpreter.nowMicros());
      return pins.level(pin.pin);
    },
    analogRead: (pin: SimPin) => opts.analogLevel(pin.pin),
    setWatch: (callback: Watch["callback"], pin: SimPin, { edge }: Pick<Watch, "edge">) =>
      watches.push({ pin: pin.pin, edge, callback }),
    require: (library: string) => (library === "Storage" ? storage : timerLibrary),
    I2C,
    E: {
      CRC32: (data: Uint8Array | string) => {
        const bytes = typeof data === "string" ? toBytes(data) : data;
        return crc32(bytes, bytes.length);
      },
      toUint8Array: toBytes,
      setConsole: () => undefined,
      getBattery: opts.batteryPercent,
      enableWatchdog: opts.onWatchdog,
      kickWatchdog: () => {
        charge(cost.check);
        opts.onFeed();
      },
      on: () => undefined,
    },
    process: {
      env: { VERSION: "2v29sim" },
      memory: () => {
        charge(cost.health);
        return { free: opts.freeVariables };
      },
      on: (_event: string, callback: () => void) => onUncaught.push(callback),
    },
  };
  for (const pin of PINS) globals[pin] = { pin };

  return {
    globals,
    button(pin, level) {
      if (level) presses.notePressed(pin, scheduler.nowMicros());
      const time = clock.bandAt(scheduler.nowMicros()) / 1e6;
      for (const watch of watches)
        if (watch.pin === pin && (watch.edge === "both" || (watch.edge === "rising") === level))
          post(() => {
            watch.callback({ state: level, time });
          });
    },
    uncaught() {
      for (const callback of onUncaught) callback();
    },
  };
};
