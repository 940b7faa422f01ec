import type { ByteLink } from "@entrain/band";
import type { BoardId } from "@entrain/boards";
import { sessionMicros } from "@entrain/protocol";
import { createRandom, createStill, SimulatedBand } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import type { BandSource, Faults, MotorSpan } from "../band-under-test.ts";

const BOOT_MICROS = 100_000;
/** Hard enough for a watch that looks 100 times a second to see its ringing. */
const BLOW_G = 12;
/** The tick of a band's clock, and a crystal that is 100 ppm slow. */
const EDGE_MICROS = 100;

/** A change of strength within a pulse is no new pulse. */
const merged = (spans: readonly MotorSpan[]): readonly MotorSpan[] =>
  spans.reduce<MotorSpan[]>((whole, { onMicros, offMicros }) => {
    const last = whole.at(-1);
    if (last?.offMicros === onMicros) whole[whole.length - 1] = { onMicros: last.onMicros, offMicros };
    else whole.push({ onMicros, offMicros });
    return whole;
  }, []);

const faultsOf = (band: SimulatedBand, clock: VirtualClock): Faults => ({
  throwInHandler: () => {
    band.throwInHandler();
  },
  stopReading: (micros) => {
    band.link.stopReading();
    clock.at(sessionMicros(clock.nowMicros() + micros), () => {
      band.link.resumeReading();
    });
  },
  imuBusStates: ["well", "stuck"],
  setImuBus: (state) => {
    band.stickImuBus(state === "stuck");
  },
  setClock: (byMicros) => {
    band.setClock(byMicros);
  },
  setBattery: (percent) => {
    band.setBattery(percent);
  },
});

/** A simulated band, on virtual time. */
export const simulatedSource = (board: BoardId, kind: "usb" | "ble", seed: number): BandSource => {
  const name = `simulated ${board} over ${kind}, seed ${String(seed)}`;
  return {
    name,
    offers: ["motor", "button", "fault", "timely", "strike"],
    absent: undefined,
    start: () => {
      const scheduler = new VirtualClock();
      const random = createRandom(seed);
      const body = createStill({ random: random.fork("body") });
      const band = new SimulatedBand({ name: "tested", board, link: kind, scheduler, random, body });
      const { host } = band.link;
      const link: ByteLink = {
        write: (bytes) => {
          host.write(bytes);
        },
        onBytes: undefined,
        onClose: undefined,
        close: () => Promise.resolve(),
      };
      host.onBytes = (bytes) => link.onBytes?.(bytes);
      band.link.connect();
      scheduler.advanceBy(BOOT_MICROS);
      return Promise.resolve({
        name,
        scheduler,
        isFast: true,
        link,
        wait: (micros: number) => {
          scheduler.advanceTo(sessionMicros(scheduler.nowMicros() + micros));
          return Promise.resolve();
        },
        motorSpans: () => merged(band.drivenSpans),
        press: () => {
          band.button(true);
        },
        release: () => {
          band.button(false);
        },
        edgeMicros: EDGE_MICROS,
        strike: () => {
          band.tapCase(BLOW_G);
        },
        faults: faultsOf(band, scheduler),
        close: () => Promise.resolve(),
      });
    },
  };
};
