import type { SessionMicros } from "@entrain/protocol";
import { ESTIMATOR_VERSION } from "@entrain/synchrony";
import type { SessionView } from "../contract.ts";

/** What is seen while no session is open. */
export const idleView = (tMicros: SessionMicros, simulated: boolean, bpm: number, stopped: boolean): SessionView => ({
  tMicros,
  title: "",
  simulated,
  playing: false,
  pacer: { bpm, beatsPerBar: 4 },
  bands: [],
  reading: {
    estimator: ESTIMATOR_VERSION,
    tMicros,
    windowS: 0,
    strangerTempoSpread: 0,
    delayMicros: 0,
    group: { verdict: "withheld", reason: "no session is open" },
    members: [],
  },
  stop: { state: stopped ? "confirmed" : "none", unconfirmed: [] },
});
