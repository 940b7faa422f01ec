import { sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import type { Random } from "../random/index.ts";
import type { AirPacket, Passage, RadioStatistics, SimRadio } from "./api.ts";

const CHANNELS = 3;
/** At 1 Mbit/s: preamble, access address, head, address and checksum are 17 bytes beside the data (Core 6.B.2.1). */
const MICROS_PER_BYTE = 8;
const OVERHEAD_BYTES = 17;
/** From the end of a packet on one channel to the next on another. */
const HOP_MICROS = 400;
/** Before each advertising event the controller waits for a time of its own (Core 6.B.4.4.2.2). */
const MAX_DELAY_MICROS = 10_000;
/** From when data is set to when the controller can begin; assumed, to be measured on a board. */
const START_MICROS = 1_000;
/** The controller tells its host of what was heard within so long; assumed. */
const MAX_REPORT_MICROS = 500;

interface Listening {
  readonly windowMicros: number;
  readonly intervalMicros: number;
  readonly tPhaseMicros: number;
  readonly onHeard: (bytes: Uint8Array) => void;
}

export interface MediumOpts {
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** What lies between two radios at a time. */
  readonly passage: (from: SimRadio, to: SimRadio, tMicros: number) => Passage;
}

/** The air of a house, in which adverts meet. */
export interface Medium {
  createRadio(name: string): SimRadio;
  readonly statistics: RadioStatistics;
}

/**
 * Advertising as a Bluetooth controller does it: events at an interval with a random delay of up to 10 ms, each a packet on
 * three channels; listening for a window of each interval, on one channel after the other, and not while sending. Two
 * packets at a time on a channel spoil each other wherever both are heard loudly: none is strong enough to be heard through
 * the other, which is more than happens in a real room.
 */
export const createMedium = ({ scheduler, random, passage }: MediumOpts): Medium => {
  const radios: Radio[] = [];
  const dice = random.fork("air");
  const counts = { packets: 0, chances: 0, heard: 0, collided: 0, lost: 0 };
  /** By channel, those that may still meet another. */
  const recent: AirPacket[][] = Array.from({ length: CHANNELS }, () => []);

  const meetsAnother = (packet: AirPacket, to: Radio): boolean =>
    (recent[packet.channel] ?? []).some(
      (other) =>
        other !== packet &&
        other.tStartMicros < packet.tEndMicros &&
        other.tEndMicros > packet.tStartMicros &&
        other.from !== to &&
        passage(other.from, to, packet.tEndMicros).disturbs,
    );

  const deliver = (packet: AirPacket): void => {
    for (const to of radios) {
      if (to === packet.from || !to.hears(packet)) continue;
      counts.chances++;
      const { loss } = passage(packet.from, to, packet.tEndMicros);
      if (loss > 0 && dice.uniform() < loss) {
        counts.lost++;
        continue;
      }
      if (meetsAnother(packet, to)) {
        counts.collided++;
        continue;
      }
      counts.heard++;
      to.report(packet.bytes);
    }
  };

  const send = (from: Radio, bytes: Uint8Array, channel: number): number => {
    const tStartMicros = scheduler.nowMicros();
    const tEndMicros = tStartMicros + (OVERHEAD_BYTES + bytes.length) * MICROS_PER_BYTE;
    const packet: AirPacket = { bytes, channel, tStartMicros, tEndMicros, from };
    const others = recent[channel] as AirPacket[];
    while ((others[0]?.tEndMicros ?? Infinity) < tStartMicros - 1e3) others.shift();
    others.push(packet);
    counts.packets++;
    scheduler.at(sessionMicros(tEndMicros), () => deliver(packet));
    return tEndMicros;
  };

  class Radio implements SimRadio {
    readonly name: string;
    private listening: Listening | undefined;
    private cancelEvent: Cancel | undefined;
    private tSendingMicros = -Infinity;
    private tSentMicros = -Infinity;

    constructor(name: string) {
      this.name = name;
    }

    advertise(bytes: Uint8Array, intervalMicros: number): void {
      this.cancelEvent?.();
      const data = bytes.slice();
      this.expectEvent(data, intervalMicros, START_MICROS);
    }

    stopAdvertising(): void {
      this.cancelEvent?.();
      this.cancelEvent = undefined;
    }

    listen(windowMicros: number, intervalMicros: number, onHeard: (bytes: Uint8Array) => void): void {
      const tPhaseMicros = scheduler.nowMicros();
      this.listening = { windowMicros, intervalMicros, tPhaseMicros, onHeard };
    }

    stopListening(): void {
      this.listening = undefined;
    }

    /** Whether it listened on the packet's channel for all of it. */
    hears({ channel, tStartMicros, tEndMicros }: AirPacket): boolean {
      const { listening } = this;
      if (listening === undefined || (tStartMicros < this.tSentMicros && tEndMicros > this.tSendingMicros))
        return false;
      const since = tStartMicros - listening.tPhaseMicros;
      const turn = Math.floor(since / listening.intervalMicros);
      const into = since - turn * listening.intervalMicros;
      return since >= 0 && turn % CHANNELS === channel && into + tEndMicros - tStartMicros <= listening.windowMicros;
    }

    report(bytes: Uint8Array): void {
      const tMicros = sessionMicros(scheduler.nowMicros() + MAX_REPORT_MICROS * dice.uniform());
      scheduler.at(tMicros, () => this.listening?.onHeard(bytes));
    }

    private expectEvent(bytes: Uint8Array, intervalMicros: number, inMicros: number): void {
      const tMicros = scheduler.nowMicros() + inMicros + MAX_DELAY_MICROS * dice.uniform();
      this.cancelEvent = scheduler.at(sessionMicros(tMicros), () => {
        this.tSendingMicros = scheduler.nowMicros();
        this.sendOn(0, bytes);
        this.expectEvent(bytes, intervalMicros, intervalMicros);
      });
    }

    private sendOn(channel: number, bytes: Uint8Array): void {
      const tEndMicros = send(this, bytes, channel);
      this.tSentMicros = tEndMicros;
      if (channel + 1 < CHANNELS)
        scheduler.at(sessionMicros(tEndMicros + HOP_MICROS), () => this.sendOn(channel + 1, bytes));
    }
  }

  return {
    createRadio(name) {
      const radio = new Radio(name);
      radios.push(radio);
      return radio;
    },
    statistics: counts,
  };
};
