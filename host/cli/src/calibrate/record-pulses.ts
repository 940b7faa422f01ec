import type { BandEvent, BandPulse, BandSamples, FrameBand } from "@entrain/band";
import { sessionMicros, SOFT_STRENGTH } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import { evenTimes } from "./even-times.ts";
import type { PulseRecord } from "./measure-lag.ts";

/** Long enough for an eccentric mass to turn; as often as the limits of a band allow. */
const PULSE_MILLIS = 150;
const INTERVAL_MICROS = 1_050_000;
/** Each pulse meets the accelerometer's samples at another moment: they are moved by this part of the golden ratio. */
const SPREAD_MICROS = 90_000;
const GOLDEN = 0.618_034;
const EXPIRES_MICROS = 300_000;
/** What is kept around a pulse. */
const BEFORE_MICROS = 400_000;
const AFTER_MICROS = 300_000;

const wait = (scheduler: Scheduler, micros: number): Promise<void> =>
  new Promise((resolve) => {
    scheduler.at(sessionMicros(scheduler.nowMicros() + micros), resolve);
  });

/** Times of all the samples, and their values; a gap in them begins a new row of even times. */
const joined = (bursts: readonly BandSamples[]): Pick<PulseRecord, "tMicros" | "accelG"> => {
  const tMicros: number[] = [];
  const accelG: number[] = [];
  let row: number[] = [];
  const endRow = (): void => {
    tMicros.push(...evenTimes(row));
    row = [];
  };
  for (const burst of bursts) {
    if (burst.missed > 0) endRow();
    row.push(...burst.tMicros);
    accelG.push(...burst.accelG);
  }
  endRow();
  return { tMicros, accelG };
};

const around = (pulse: BandPulse, all: Pick<PulseRecord, "tMicros" | "accelG">): PulseRecord => {
  const from = pulse.onMicros - BEFORE_MICROS;
  const to = pulse.onMicros + AFTER_MICROS;
  const near = all.tMicros.flatMap((t, i) => (t > from && t < to ? [i] : []));
  return {
    onMicros: pulse.onMicros,
    durationMicros: pulse.durationMicros,
    tMicros: near.map((i) => all.tMicros[i] as number),
    accelG: near.flatMap((i) => all.accelG.slice(3 * i, 3 * i + 3)),
  };
};

/**
 * Has a resting band play soft pulses, with its accelerometer wide open, and gathers what it felt of them.
 *
 * @param onPulse - told how many there have been
 */
export const recordPulses = async (
  band: FrameBand,
  scheduler: Scheduler,
  count: number,
  onPulse: (done: number) => void,
): Promise<readonly PulseRecord[]> => {
  const samples: BandSamples[] = [];
  const pulses: BandPulse[] = [];
  const stop = band.on((event: BandEvent) => {
    if (event.kind === "samples") samples.push(event);
    if (event.kind === "pulse") pulses.push(event);
  });
  try {
    await band.calibrate("wideband");
    for (let i = 0; i < count; i++) {
      await wait(scheduler, INTERVAL_MICROS + SPREAD_MICROS * ((i * GOLDEN) % 1));
      const expiresMicros = sessionMicros(scheduler.nowMicros() + EXPIRES_MICROS);
      await band.pulseNow({ expiresMicros, durationMillis: PULSE_MILLIS, strength: SOFT_STRENGTH });
      onPulse(i + 1);
    }
    await wait(scheduler, INTERVAL_MICROS);
  } finally {
    stop();
    await band.calibrate("end");
  }
  const all = joined(samples);
  return pulses.map((pulse) => around(pulse, all));
};
