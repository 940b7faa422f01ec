import type { BoardId } from "@entrain/boards";
import type { HostMessage } from "@entrain/protocol";
import {
  CAP,
  CLOCK_MAP,
  CLOCK_REQUEST,
  CREDIT,
  LEAD,
  lineOf,
  planLine,
  PULSE_NOW,
  SOON_PLAN,
  SOON_START,
  STOP_ALL,
} from "./lines.ts";

/** A piece of the firmware's work, as statements to be counted and the empty ones to be taken off again. */
export interface Piece {
  readonly name: string;
  /** Run once, not counted. */
  readonly setup: string;
  readonly work: string;
  /** The same with calls of empty functions: what driving the firmware from a loop costs. */
  readonly nothing: string;
}

const quoted = (message: HostMessage, seq: number): string => JSON.stringify(lineOf(message, seq));

const TAKE_TURNS = "HARDWARE.lines[HARDWARE.turn=1-HARDWARE.turn]";

const linePiece = (name: string, message: HostMessage, before: readonly HostMessage[] = []): Piece => ({
  name,
  setup: `${before.map((each, i) => `HARDWARE.data(${quoted(each, 100 + i)});`).join("")}HARDWARE.lines=[${quoted(message, 1)},${quoted(message, 2)}];HARDWARE.turn=0;`,
  work: `HARDWARE.data(${TAKE_TURNS});`,
  nothing: `HARDWARE.emptyTo(${TAKE_TURNS});`,
});

const GRANT = `HARDWARE.credit=${quoted(CREDIT, 1)};`;
const GRANTED = "HARDWARE.data(HARDWARE.credit);";
const SAMPLE = "HARDWARE.sample={x:0.1,y:-0.25,z:1};";

const handlerPiece = (name: string, call: string, empty: string, setup: string, granted: boolean): Piece => ({
  name,
  setup: GRANT + setup,
  work: (granted ? GRANTED : "") + call,
  nothing: (granted ? GRANTED : "") + empty,
});

const TICK = ["HARDWARE.every[38]();", "HARDWARE.empty();"] as const;
const FOUR_SAMPLES = [
  "HARDWARE.accel(HARDWARE.sample);".repeat(4),
  "HARDWARE.emptyTo(HARDWARE.sample);".repeat(4),
] as const;
const SECOND = ["HARDWARE.every[1000]();", "HARDWARE.empty();"] as const;
const FIVE_SECONDS = [SECOND[0].repeat(5), SECOND[1].repeat(5)] as const;

const XIAO: readonly Piece[] = [
  handlerPiece("look at the IMU, no credit", ...TICK, "", false),
  handlerPiece("look at the IMU, too few samples", ...TICK, "HARDWARE.status=new Uint8Array([12,0]);", true),
  handlerPiece("IMU burst read and sent", ...TICK, "", true),
];

const LEADING = `HARDWARE.data(${quoted(LEAD, 9)});`;
const BLOW = "HARDWARE.blow={time:getTime(),state:true};";

const motionPieces: Readonly<Record<BoardId, readonly Piece[]>> = {
  "xiao-sense": [
    ...XIAO,
    handlerPiece(
      "movement onset told",
      "HARDWARE.watch(HARDWARE.blow);",
      "HARDWARE.emptyTo(HARDWARE.blow);",
      LEADING + BLOW,
      true,
    ),
    linePiece("line: pulse now, to the motor and its ack", PULSE_NOW, [CLOCK_MAP]),
  ],
  "xiao-tap": XIAO,
  banglejs2: [
    handlerPiece("four accel samples, no credit", ...FOUR_SAMPLES, SAMPLE, false),
    handlerPiece("four accel samples and their burst sent", ...FOUR_SAMPLES, SAMPLE, true),
    handlerPiece("four accel samples, no credit, of a band that leads", ...FOUR_SAMPLES, LEADING + SAMPLE, false),
  ],
};

/** The pieces that a board's time goes into; its pulses are counted another way. */
export const piecesOf = (board: BoardId): readonly Piece[] => [
  ...motionPieces[board],
  linePiece("line: credit", CREDIT),
  linePiece("line: clock request, replied", CLOCK_REQUEST),
  linePiece("line: stop-all at rest, acknowledged", STOP_ALL),
  linePiece("line: cap, acknowledged", CAP),
  linePiece("line: clock map at rest, acknowledged", CLOCK_MAP),
  linePiece("line: clock map while playing, acknowledged", CLOCK_MAP, [CLOCK_MAP, SOON_PLAN, SOON_START]),
  linePiece("line: plan of 1 segment, acknowledged", planLine(1)),
  linePiece("line: plan of 4 segments, acknowledged", planLine(4)),
  handlerPiece("one second's check", ...SECOND, "", false),
  handlerPiece("five seconds' checks and a health report", ...FIVE_SECONDS, "", true),
  {
    name: "line: that it came in two pieces",
    setup: GRANT + "HARDWARE.head=HARDWARE.credit.substr(0,12);HARDWARE.tail=HARDWARE.credit.substr(12);",
    work: "HARDWARE.data(HARDWARE.head);HARDWARE.data(HARDWARE.tail);",
    nothing: `HARDWARE.emptyTo(1);${GRANTED}`,
  },
];
