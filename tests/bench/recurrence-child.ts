import { recurrence } from "@entrain/synchrony";
import { oscillators } from "./oscillators.ts";
import { processorMicros } from "./statistics.ts";

/** Recurrence quantification of ten minutes of eight people; prints seconds of processor time and most memory, MB. */
const signals = oscillators(8, 600);
const begun = processorMicros();
recurrence(signals, { radius: 1.5 });
const seconds = (processorMicros() - begun) / 1e6;
process.stdout.write(`${String(seconds)} ${String(process.resourceUsage().maxRSS / 1024)}\n`);
