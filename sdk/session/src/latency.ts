import type { BandGroup } from "@entrain/band";

/** What a burst may take to arrive: four samples at 52 Hz, the quiet around a pulse, the band's own work, the link. */
const LATENCY_MICROS = 250_000;
/** What comes by a bridge is told five times in so long: mostly one of the first is heard. */
const BRIDGED_LATENCY_MICROS = 1_000_000;

/** How far behind the present a group's movement is read, so that everybody's is there. */
export const latencyMicrosOf = ({ bands }: BandGroup): number =>
  bands.some(({ signal }) => signal === "bridged") ? BRIDGED_LATENCY_MICROS : LATENCY_MICROS;
