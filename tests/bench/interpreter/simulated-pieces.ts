import type { BoardId } from "@entrain/boards";
import type { HostMessage } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { Wire } from "../../conformance/wire.ts";
import { ChargedBand } from "./charged-band.ts";
import { CAP, CLOCK_MAP, CLOCK_REQUEST, CREDIT, lineOf, planLine, STOP_ALL } from "./lines.ts";

/** Between two of the once-a-second checks. */
const WINDOW_MICROS = 400_000;
const SECOND_MICROS = 1e6;
/** How often a board looks at its IMU, or is told of a reading. */
const READING_MICROS: Readonly<Record<BoardId, number>> = {
  "xiao-sense": 38_000,
  "xiao-tap": 38_000,
  banglejs2: 20_000,
};
const PERIOD_MICROS = 400_000;
const LEAD_MICROS = 500_000;
const PULSES = 8;
const PIECE_CHARS = 12;
const BURSTS_ON_CREDIT = 2;
const SAMPLES_A_BURST = 4;
/** A credit of nothing: the line is read, and nothing is sent for it. */
const NO_CREDIT: HostMessage = { kind: "credit", upTo: 0 };

type Prepare = (band: ChargedBand) => Promise<void>;

/** What something costs beyond what a band in the same state does anyhow. */
const beyond = async (board: BoardId, work: (band: ChargedBand) => void, prepare?: Prepare): Promise<number> => {
  const idle = new ChargedBand(board);
  const busy = new ChargedBand(board);
  await prepare?.(idle);
  await prepare?.(busy);
  return busy.over(WINDOW_MICROS, () => work(busy)) - idle.over(WINDOW_MICROS);
};

const lineCost = (board: BoardId, message: HostMessage, prepare?: Prepare): Promise<number> =>
  beyond(board, (band) => band.line(message), prepare);

const start = async (band: ChargedBand, leadMicros: number): Promise<void> => {
  const wire = new Wire(band);
  await wire.begin();
  band.map = wire.map();
  const beatZeroMicros = wire.after(leadMicros);
  await wire.command(planOf({ beatZeroMicros, segments: Float64Array.of(0, PERIOD_MICROS, 0) }));
  await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros });
};

const inTwoPieces = (band: ChargedBand): void => {
  const line = lineOf(NO_CREDIT, 1);
  band.text(line.slice(0, PIECE_CHARS));
  band.text(line.slice(PIECE_CHARS));
};

const greet: Prepare = async (band) => {
  await new Wire(band).begin();
};

const pulseCost = async (board: BoardId): Promise<number> => {
  const idle = new ChargedBand(board);
  const busy = new ChargedBand(board);
  await greet(idle);
  await start(busy, LEAD_MICROS);
  // Windows from the same second on, so that both hold the same checks.
  const tFrom = Math.max(idle.scheduler.nowMicros(), busy.scheduler.nowMicros()) + SECOND_MICROS;
  for (const band of [idle, busy]) band.scheduler.advanceBy(tFrom - band.scheduler.nowMicros());
  const span = PULSES * PERIOD_MICROS;
  return (busy.over(span) - idle.over(span)) / PULSES;
};

/** Instructions that the simulator charges for each piece of work, by the names of {@link piecesOf}. */
export const chargePieces = async (board: BoardId): Promise<ReadonlyMap<string, number>> => {
  // Whole numbers of readings: without and with a second's check.
  const readingMicros = READING_MICROS[board];
  const some = Math.floor(WINDOW_MICROS / readingMicros);
  const many = Math.floor(SECOND_MICROS / readingMicros);
  const reading = new ChargedBand(board).over(some * readingMicros) / some;
  const second = new ChargedBand(board).over(many * readingMicros) - many * reading;
  const credit = await lineCost(board, NO_CREDIT);
  const sent = ((await lineCost(board, CREDIT)) - credit) / BURSTS_ON_CREDIT;
  const far: Prepare = (band) => start(band, 1_800 * SECOND_MICROS);
  const motion: readonly (readonly [string, number])[] =
    board === "xiao-sense"
      ? [
          ["look at the IMU, no credit", reading],
          ["IMU burst read and sent", reading + sent],
        ]
      : [
          ["four accel samples, no credit", SAMPLES_A_BURST * reading],
          ["four accel samples and their burst sent", SAMPLES_A_BURST * reading + sent],
        ];
  return new Map([
    ...motion,
    ["line: credit", credit],
    ["line: clock request, replied", await lineCost(board, CLOCK_REQUEST)],
    ["line: stop-all at rest, acknowledged", await lineCost(board, STOP_ALL)],
    ["line: cap, acknowledged", await lineCost(board, CAP)],
    ["line: clock map at rest, acknowledged", await lineCost(board, CLOCK_MAP)],
    [
      "line: clock map while playing, acknowledged",
      await beyond(board, (band) => band.line({ kind: "clockMap", ...(band.map ?? CLOCK_MAP) }), far),
    ],
    ["line: plan of 1 segment, acknowledged", await lineCost(board, planLine(1))],
    ["line: plan of 4 segments, acknowledged", await lineCost(board, planLine(4))],
    ["one second's check", second],
    ["line: that it came in two pieces", (await beyond(board, inTwoPieces)) - credit],
    ["pulse, not reported", await pulseCost(board)],
  ]);
};
