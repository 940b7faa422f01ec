import { Room, type Through } from "./room.ts";
import { type Row, shown } from "./row.ts";
import { median, processorMicros } from "./statistics.ts";

const SECONDS = 15;
const ROUNDS = 3;
const MICROS = 1e6;

const measure = async (count: number, through: Through): Promise<Row> => {
  const room = new Room(count, through);
  await room.begin();
  const speeds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = processorMicros();
    await room.pass(SECONDS);
    speeds.push((SECONDS * MICROS) / (processorMicros() - begun));
  }
  const busy = median(room.world.bands.map(({ busyMicros }) => busyMicros)) / ((15 + ROUNDS * SECONDS) * MICROS);
  const worstMicros = Math.max(...room.health.map(({ worstLatenessMicros }) => worstLatenessMicros));
  const aBand = room.bursts / count / (ROUNDS * SECONDS);
  await room.close();
  return {
    what: `simulator, ${String(count)} bands playing and streaming, ${through === "serial" ? "through the serial-port stream" : "links joined directly"}`,
    value:
      `${shown(median(speeds))} × real time (${shown(aBand)} bursts/s a band, ${String(room.samplesMissed)} samples missed, ` +
      `worst lateness ${shown(worstMicros / 1e3)} ms, interpreter busy ${shown(100 * busy)} %)`,
    ...(count === 30 && { target: "≥ 20 ×" }),
  };
};

/** How much faster than real time the simulated room runs, on one core. */
export const benchSimulator = async (): Promise<readonly Row[]> => [
  await measure(6, "serial"),
  await measure(30, "serial"),
  await measure(30, "direct"),
];
