import type { BoardId } from "@entrain/boards";
import { firmware } from "@entrain/firmware";
import { bandMicros, sessionMicros } from "@entrain/protocol";
import { countInstructions } from "./callgrind.ts";
import { CLOCK_MAP, lineOf, planLine } from "./lines.ts";
import { drivenBand } from "./stubs.ts";

/** Where a clock stands that a script moves. */
const T_SECONDS = 1_000_000;
const T_MICROS = T_SECONDS * 1e6;
const PERIOD_MICROS = 400_000;

/** Its clock is a number; the motor's pin going high ends whatever is being done. */
const CLOCK = `
HARDWARE.t = ${String(T_SECONDS)};
var getTime = function () { return HARDWARE.t; };
var clearTimeout = function () {};
`;
const CUT = `
HARDWARE.write = digitalWrite;
var digitalWrite = function (pin, level) { if (level && HARDWARE.isCut) throw "motor on"; };
`;

/**
 * Instructions from a pulse's timer to the motor's pin: by so much a pulse is later than its handler begins. Two runs
 * differ in nothing but that handler, which is left as soon as the pin goes high.
 */
export const countCommand = async (program: string, board: BoardId): Promise<number> => {
  const run = async (plays: boolean): Promise<number> => {
    const beatZeroMicros = sessionMicros(T_MICROS - 30e6);
    const map = { ...CLOCK_MAP, sessionRef: sessionMicros(T_MICROS), bandRef: bandMicros(T_MICROS), bandPerSession: 1 };
    const lines = [
      lineOf(map, 1),
      lineOf({ ...planLine(1), beatZeroMicros, segments: Float64Array.of(0, PERIOD_MICROS, 0) }, 2),
      lineOf({ kind: "start", revision: 1, fromMicros: beatZeroMicros }, 3),
    ];
    const script = `
HARDWARE.timeout = function (f, ms) { HARDWARE.once = f; HARDWARE.due = HARDWARE.t + ms / 1000; return 1; };
${JSON.stringify(lines)}.forEach(function (line) { HARDWARE.data(line); });
// Past the opening ramp.
for (var BENCH_I = 0; BENCH_I < 60; BENCH_I++) { HARDWARE.t = HARDWARE.due; if (BENCH_I % 10 == 0) HARDWARE.data(${JSON.stringify(lineOf({ kind: "credit", upTo: 0 }, 4))}); HARDWARE.once(); }
// Sixty handlers: thirty pulses, each begun and ended. The next one is due.
HARDWARE.t = HARDWARE.due;
HARDWARE.isCut = true;
var BENCH_PLAYED = "no";
${plays ? "try { HARDWARE.once(); } catch (e) { BENCH_PLAYED = e; }" : 'try { HARDWARE.empty(); throw "motor on"; } catch (e) { BENCH_PLAYED = e; }'}
USB.write("\\n#played " + BENCH_PLAYED + "\\n");`;
    const text = drivenBand(board, CLOCK + CUT + firmware[board].text, script, "ends");
    const { instructions, said } = await countInstructions(program, text, "jspEvaluate");
    if (!said.includes("#played motor on")) throw new Error(`expected a pulse to count, found ${said.slice(-200)}`);
    return instructions;
  };
  return (await run(true)) - (await run(false));
};
