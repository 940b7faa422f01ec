// TI DRV2605L, SLOS854: status, library, sequence and GO, as far as effects of its library need them

import { sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";

const STATUS = 0x00;
const MODE = 0x01;
const STANDBY = 0x40;
const LIBRARY = 0x03;
const FIRST_EFFECT = 0x04;
const GO = 0x0c;
/** How long this chip's clicks last. */
const CLICK_MICROS = 45_000;

export interface PlayedEffect {
  readonly effect: number;
  readonly tOnMicros: number;
  tOffMicros: number | undefined;
}

/** Plays what GO starts to its end by itself, whoever is there or not. */
export class SimulatedDrv2605l {
  readonly played: PlayedEffect[] = [];
  private readonly registers = new Uint8Array(64);
  private readonly scheduler: Scheduler;

  constructor(scheduler: Scheduler, identity = 7) {
    this.scheduler = scheduler;
    this.registers[STATUS] = identity << 5;
    this.registers[MODE] = STANDBY;
  }

  get isOn(): boolean {
    return this.played.some(({ tOffMicros }) => tOffMicros === undefined);
  }

  write(register: number, value: number): void {
    if (register === STATUS) return;
    this.registers[register] = value;
    if (register === GO && value === 0) this.end();
    else if (register === GO) this.go();
  }

  read(register: number, length: number): Uint8Array {
    return this.registers.slice(register, register + length);
  }

  private go(): void {
    const effect = this.registers[FIRST_EFFECT] ?? 0;
    if (this.registers[MODE] !== 0 || this.registers[LIBRARY] === 0 || effect === 0) return;
    this.end();
    const tOnMicros = this.scheduler.nowMicros();
    const played: PlayedEffect = { effect, tOnMicros, tOffMicros: undefined };
    this.played.push(played);
    this.scheduler.at(sessionMicros(tOnMicros + CLICK_MICROS), () => {
      if (played.tOffMicros === undefined) this.end();
    });
  }

  private end(): void {
    for (const effect of this.played) effect.tOffMicros ??= this.scheduler.nowMicros();
    this.registers[GO] = 0;
  }
}
