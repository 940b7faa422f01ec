import { firmware } from "@entrain/firmware";
import type { Scheduler } from "@entrain/time";
import { BRIDGE_ESTIMATED } from "../band/cost.ts";
import { createEspruino } from "../band/espruino.ts";
import { Interpreter } from "../band/interpreter.ts";
import { Pins } from "../band/pins.ts";
import { createSerialDevice } from "../band/serial-device.ts";
import { createBandClock } from "../clock/index.ts";
import { createUsbLikeLink, type SimLink } from "../link/index.ts";
import type { Random } from "../random/index.ts";
import type { SimRadio } from "./api.ts";
import { createNrf } from "./nrf.ts";

export interface SimulatedBridgeOpts {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly radio: SimRadio;
}

const SKEW_SD_PPM = 20;
const FREE_VARIABLES = 13_000;

/** A board on a computer's USB that runs the real bridge's bundle on a simulated interpreter and radio. */
export class SimulatedBridge {
  readonly name: string;
  readonly link: SimLink;
  readonly radio: SimRadio;
  private readonly interpreter: Interpreter;

  constructor({ scheduler, random, radio }: SimulatedBridgeOpts) {
    this.name = radio.name;
    this.radio = radio;
    this.link = createUsbLikeLink({ scheduler, random: random.fork("link") });
    this.interpreter = new Interpreter({ scheduler, onException: () => undefined });
    const { interpreter } = this;
    const dice = random.fork("bridge");
    const { globals } = createEspruino({
      scheduler,
      interpreter,
      cost: BRIDGE_ESTIMATED,
      clock: createBandClock({
        offsetMicros: 1.7e15 + 1e9 * dice.uniform(),
        skewPpm: SKEW_SD_PPM * dice.normal(),
        tStartMicros: scheduler.nowMicros(),
      }),
      pins: new Pins(),
      random: random.fork("interpreter"),
      serial: `sim-${radio.name}`,
      freeVariables: FREE_VARIABLES,
      busAt: () => undefined,
      batteryPercent: () => 100,
      analogLevel: () => 0,
      onWatchdog: () => undefined,
      onFeed: () => undefined,
      files: new Map(),
    });
    interpreter.post(() => {
      firmware.bridge.boot({
        ...globals,
        Math: { floor: Math.floor, random: dice.uniform },
        USB: createSerialDevice(this.link.device, interpreter, BRIDGE_ESTIMATED),
        NRF: createNrf(radio, interpreter, BRIDGE_ESTIMATED),
      });
    });
  }

  /** All the time that JavaScript has taken. */
  get busyMicros(): number {
    return this.interpreter.busyMicros;
  }
}
