import { setTimeout as sleep } from "node:timers/promises";
import { openSerialLink } from "@entrain/band/node";
import { SerialPort } from "serialport";
import type { BandSource } from "../band-under-test.ts";
import { realTime } from "./real-time.ts";

/** A real band on a port. Its motor and its button are somebody's own: what needs them is not asked. */
export const portSource = (path: string | undefined): BandSource => ({
  name: "the band at BAND_PORT",
  offers: [],
  absent: path === undefined || path === "" ? "BAND_PORT names no port" : undefined,
  start: async () => {
    const link = await openSerialLink({ binding: SerialPort.binding, path: path ?? "" });
    return {
      name: path ?? "",
      edgeMicros: 0,
      scheduler: realTime,
      isFast: false,
      link,
      wait: (micros) => sleep(Math.max(1, micros / 1_000)),
      close: () => link.close(),
    };
  },
});
