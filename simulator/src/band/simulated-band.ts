import { boards, type BoardId, xiaoSenseWiring } from "@entrain/boards";
import { firmware } from "@entrain/firmware";
import { type BandMicros, sessionMicros } from "@entrain/protocol";
import type { Cancel } from "@entrain/time";
import type { Body } from "../body/index.ts";
import { type BandClock, createBandClock } from "../clock/index.ts";
import { createBleLikeLink, createUsbLikeLink, type SimLink } from "../link/index.ts";
import type { DrivenSpan } from "../motor/index.ts";
import { createBangle, type SimulatedBangle } from "./bangle.ts";
import { createBoardHardware } from "./board-hardware.ts";
import { bundleOf, filesOf } from "./bundle-of.ts";
import { MEASURED, RESIDENT_VARIABLES } from "./cost.ts";
import { createEspruino, type EspruinoPort } from "./espruino.ts";
import { Interpreter } from "./interpreter.ts";
import { Pins } from "./pins.ts";
import { createIdleDevice, createSerialDevice } from "./serial-device.ts";
import { createNrf } from "../radio/nrf.ts";
import type { SimulatedBandOpts } from "./simulated-band-opts.ts";

const SKEW_SD_PPM = 20;
/** The XIAO's green light; a watch's backlight is told of under the same name. */
const LIGHT_PIN = "D13";
/** A reboot takes about so long until the firmware runs. */
const BOOT_MICROS = 1_200_000;

/** One band on one virtual wrist: the real firmware bundle on a simulated interpreter, circuit, body and link. */
export class SimulatedBand {
  readonly name: string;
  readonly board: BoardId;
  readonly body: Body;
  readonly link: SimLink;
  /** Moments at which the wearer felt a pulse begin, on the true clock. */
  readonly felt: number[] = [];
  /** Moments at which the light that stands in for the motor went on. */
  readonly flashes: number[] = [];
  private readonly opts: SimulatedBandOpts;
  private readonly pins = new Pins();
  private readonly hardware: ReturnType<typeof createBoardHardware>;
  private readonly files: Map<string, string>;
  private bangle: SimulatedBangle | undefined;
  private readonly clock: BandClock;
  private interpreter: Interpreter;
  private port: EspruinoPort;
  private battery = 90;
  private fedMicros = 0;
  private watchdogSeconds = 0;
  private boots = 0;
  private cancelBoot: Cancel | undefined;

  constructor(opts: SimulatedBandOpts) {
    const { random, scheduler } = opts;
    this.opts = opts;
    this.files = filesOf(opts);
    this.name = opts.name;
    this.board = opts.board;
    this.body = opts.body;
    this.clock = createBandClock({
      offsetMicros: 1.7e15 + 1e9 * random.fork("offset").uniform(),
      skewPpm: opts.skewPpm ?? SKEW_SD_PPM * random.fork("skew").normal(),
      tStartMicros: scheduler.nowMicros(),
      ...(opts.driftPpmPerHour !== undefined && { driftPpmPerHour: opts.driftPpmPerHour }),
    });
    const linkOpts = { scheduler, random: random.fork("link"), ...opts.faults };
    this.link = opts.link === "usb" ? createUsbLikeLink(linkOpts) : createBleLikeLink(linkOpts);
    this.hardware = createBoardHardware({
      board: opts.board,
      scheduler,
      random: random.fork("hardware"),
      body: opts.body,
      pins: this.pins,
      onFelt: (tMicros) => {
        this.felt.push(tMicros);
        opts.body.feelPulse(tMicros);
      },
      onInput: (pin, level) => {
        this.pins.write(pin, level);
        this.port.button(pin, level === 1);
      },
      imuChipId: opts.imuChipId,
    });
    this.pins.onChange(LIGHT_PIN, (level) => {
      if (level > 0) this.flashes.push(scheduler.nowMicros());
    });
    [this.interpreter, this.port] = this.boot();
  }

  /** When the motor was driven, and how hard. */
  get drivenSpans(): readonly DrivenSpan[] {
    return this.hardware.motor.drivenSpans;
  }

  get isMotorDriven(): boolean {
    return this.hardware.motor.isDriven();
  }

  /** Ground truth: what the band's clock stands at, without its tick. */
  clockAt(tMicros: number): BandMicros {
    return this.clock.exactBandAt(tMicros);
  }

  /** All the time that JavaScript has taken since the last boot. */
  get busyMicros(): number {
    return this.interpreter.busyMicros;
  }

  /** Presses or releases the button. */
  button(isDown: boolean): void {
    const pin = boards[this.board].button?.pin;
    if (pin === undefined) throw new Error(`expected a board with a button, found ${this.board}`);
    this.pins.write(pin, isDown ? 1 : 0);
    this.port.button(pin, isDown);
  }

  /** A finger taps on the band's case. @param peakG - of its push */
  tapCase(peakG: number): void {
    this.hardware.fingers.tap(this.opts.scheduler.nowMicros(), peakG);
  }

  /** A finger touches the screen. */
  touchScreen(): void {
    this.bangle?.touch();
  }

  /** What the screen says, from the top. */
  get screen(): readonly string[] {
    return this.bangle?.screen ?? [];
  }

  /** A wire of the motor breaks, behind a driver that can notice. */
  breakMotor(): void {
    this.hardware.driver?.breakMotor();
  }

  setBattery(percent: number): void {
    this.battery = percent;
  }

  /** Has the firmware meet an exception that it does not expect. */
  throwInHandler(): void {
    this.interpreter.post(() => {
      throw new Error("a fault, on purpose");
    });
  }

  /** A wire of the accelerometer's bus comes loose, or is whole again; nothing happens on a board without one. */
  stickImuBus(isStuck: boolean): void {
    this.stickBus(xiaoSenseWiring.imuSda, isStuck);
  }

  /** The same of the motor driver's bus. */
  stickMotorBus(isStuck: boolean): void {
    this.stickBus(xiaoSenseWiring.motorSda, isStuck);
  }

  /** The interpreter hangs, as in an endless loop, until the watchdog bites or the time is over. */
  hang(micros: number): void {
    this.interpreter.post(() => {
      this.interpreter.spend(micros);
    });
  }

  /** Somebody sets the band's clock forward, or back. */
  setClock(byMicros: number): void {
    this.clock.jump(byMicros);
  }

  /** Power goes and comes back: pins fall, the clock starts again, the link drops. */
  reboot(): void {
    const { scheduler } = this.opts;
    this.interpreter.kill();
    this.pins.reset();
    this.link.disconnect();
    this.opts.air?.radio.stopAdvertising();
    this.opts.air?.radio.stopListening();
    this.clock.jump(0 - this.clock.exactBandAt(scheduler.nowMicros()));
    this.cancelBoot?.();
    this.cancelBoot = scheduler.at(sessionMicros(scheduler.nowMicros() + BOOT_MICROS), () => {
      [this.interpreter, this.port] = this.boot();
    });
  }

  private stickBus(sda: string, isStuck: boolean): void {
    const bus = this.hardware.busAt(sda);
    if (bus !== undefined) bus.isStuck = isStuck;
  }

  private boot(): [Interpreter, EspruinoPort] {
    const { scheduler, random, cost = MEASURED } = this.opts;
    const interpreter = new Interpreter({
      scheduler,
      onException: () => {
        port.uncaught();
      },
    });
    const port = createEspruino({
      scheduler,
      interpreter,
      cost,
      clock: this.clock,
      pins: this.pins,
      random: random.fork("interpreter"),
      serial: `sim-${this.name}`,
      freeVariables: boards[this.board].variables - RESIDENT_VARIABLES,
      busAt: this.hardware.busAt,
      batteryPercent: () => this.battery,
      // The divider of the XIAO: 3.3 V reference, 510 kΩ of 1510 kΩ, a cell from 3.3 to 4.2 V.
      analogLevel: () => ((3.3 + (0.9 * this.battery) / 100) * 51) / (151 * 3.3),
      onWatchdog: (seconds) => {
        this.watchdogSeconds = seconds;
        this.fedMicros = scheduler.nowMicros();
        this.watch(interpreter);
      },
      files: this.files,
      onFeed: () => {
        this.fedMicros = scheduler.nowMicros();
      },
    });
    const wired = createSerialDevice(this.link.device, interpreter, cost);
    const idle = createIdleDevice();
    const { accelerometer } = this.hardware;
    this.bangle =
      accelerometer &&
      createBangle(scheduler, interpreter, accelerometer, cost, (level) => {
        this.pins.write(LIGHT_PIN, level);
      });
    const dice = random.fork(`boot ${String(++this.boots)}`);
    const globals = {
      ...port.globals,
      Math: { floor: Math.floor, random: dice.uniform },
      USB: this.opts.link === "usb" ? wired : idle,
      Bluetooth: this.opts.link === "ble" ? wired : idle,
      ...this.bangle?.globals,
      ...(this.opts.air && { NRF: createNrf(this.opts.air.radio, interpreter, cost) }),
    };
    interpreter.post(() => {
      firmware[bundleOf(this.opts)].boot(globals);
    });
    return [interpreter, port];
  }

  /** The hardware watchdog: resets a band whose main loop has stopped feeding it. */
  private watch(interpreter: Interpreter): void {
    const { scheduler } = this.opts;
    scheduler.at(sessionMicros(this.fedMicros + this.watchdogSeconds * 1e6), () => {
      if (this.interpreter !== interpreter) return;
      if (scheduler.nowMicros() >= this.fedMicros + this.watchdogSeconds * 1e6) this.reboot();
      else this.watch(interpreter);
    });
  }
}
