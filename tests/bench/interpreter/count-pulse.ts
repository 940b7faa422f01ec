import type { BoardId } from "@entrain/boards";
import { firmware } from "@entrain/firmware";
import { sessionMicros } from "@entrain/protocol";
import { countInstructions } from "./callgrind.ts";
import { CLOCK_MAP, lineOf, planLine } from "./lines.ts";
import { drivenBand } from "./stubs.ts";

/** Within the board's shortest interval between pulses, and within the contact horizon. */
const PERIOD_MICROS = 400_000;
const SHORT_MILLIS = 3_000;
const LONG_MILLIS = 8_500;
const PULSES = (1_000 * (LONG_MILLIS - SHORT_MILLIS)) / PERIOD_MICROS;
/** A computer that does other things leaves pulses out; then what they took would be counted for the others. */
const ATTEMPTS = 5;

/**
 * Instructions of one pulse, all its handlers together. It plays on the interpreter's own timers: under callgrind a
 * computer is about as fast as a band. Two runs of different length differ in nothing but their pulses.
 *
 * @returns NaN on a computer that is too busy to play them
 */
export const countPulse = async (program: string, board: BoardId): Promise<number> => {
  const run = async (millis: number): Promise<{ instructions: number; pulses: number }> => {
    // The session's clock is the band's, which on Linux is the computer's. The plan has begun a while ago.
    const now = sessionMicros(Date.now() * 1_000);
    const from = sessionMicros(now - 60_000_000);
    const lines = [
      lineOf({ ...CLOCK_MAP, sessionRef: now, bandRef: now as never, bandPerSession: 1 }, 1),
      lineOf({ ...planLine(1), beatZeroMicros: from, segments: Float64Array.of(0, PERIOD_MICROS, 0) }, 2),
      lineOf({ kind: "start", revision: 1, fromMicros: from }, 3),
    ];
    const end = `function(){USB.write("\\n#pulses "+HARDWARE.pulses+"\\n#done\\n");quit();}`;
    const script = `${JSON.stringify(lines)}.forEach(function(line){HARDWARE.data(line);});setTimeout(${end},${String(millis)});`;
    const band = drivenBand(board, firmware[board].text, script, "goes on");
    const { instructions, said } = await countInstructions(program, band, "jsiExecuteEventCallback");
    return { instructions, pulses: Number(/#pulses (\d+)/.exec(said)?.[1]) };
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const short = await run(SHORT_MILLIS);
    const long = await run(LONG_MILLIS);
    const pulses = long.pulses - short.pulses;
    if (Math.abs(pulses - PULSES) < 1) return (long.instructions - short.instructions) / pulses;
  }
  return NaN;
};
