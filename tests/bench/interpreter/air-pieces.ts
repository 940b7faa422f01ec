import type { BoardId } from "@entrain/boards";
import { firmware } from "@entrain/firmware";
import {
  AIR_OUT_COMPANY,
  AIR_OUT_TICKS_AT,
  AIR_PAYLOAD_BYTES,
  type AirOut,
  encodeAirOut,
  encodeAirPlan,
  messages,
  piecesOf,
  sessionMicros,
} from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { type Piece } from "./pieces.ts";

/** What a band does on the air, as pieces to be counted: a radio that is there in name, and a clock that a script moves. */

const GROUP = 42;
const NUMBER = 5;
const T_SECONDS = 1_000_000;
const STEP_SECONDS = 0.02;

/** Before the firmware. The watch's stub keeps who listens to the accelerometer. */
const RADIO = `
HARDWARE.t = ${String(T_SECONDS)};
HARDWARE.air = 1000;
var getTime = function () { return HARDWARE.t; };
var NRF = { setAdvertising: function () {}, setScan: function (f) { if (f) HARDWARE.heard = f; } };
HARDWARE.settings = [1, 0, 0, 0, 0, 0, ${String(NUMBER)}, ${String(GROUP)}];
var require = function () {
  return { add: function () { return 0; }, readJSON: function () { return HARDWARE.settings; }, writeJSON: function () {} };
};
`;

export type AirBoard = Extract<BoardId, "banglejs2" | "xiao-sense">;

/** The firmware of a board with the air, behind a radio. */
export const airFirmware = (board: AirBoard): string => RADIO + firmware[`${board}-air`].text;

const deviceOf = (name: string, advert: AirOut): string => {
  const bytes = encodeAirOut(advert, GROUP);
  return `HARDWARE.${name}={manufacturer:${String(AIR_OUT_COMPANY)},manufacturerData:new Uint8Array([${[...bytes].join(",")}]).buffer};HARDWARE.${name}32=new Uint32Array(HARDWARE.${name}.manufacturerData,${String(AIR_OUT_TICKS_AT)},1);`;
};

/** The next advert is a little later by both clocks. */
const later = (name: string, seconds = STEP_SECONDS): string =>
  `HARDWARE.t+=${String(seconds)};HARDWARE.${name}32[0]=(HARDWARE.t-${String(T_SECONDS)}+1000)*32768;`;

const heard = (name: string): string => `HARDWARE.heard(HARDWARE.${name});`;
const unheard = (name: string): string => `HARDWARE.emptyTo(HARDWARE.${name});`;

const plan = planOf({ beatZeroMicros: sessionMicros(1e9), segments: Float64Array.of(0, 5e5, 0) });
const pieces = piecesOf(encodeAirPlan({ bands: 0x3fff_ffff, fromMicros: 1e9, plan }));

const BEACON = deviceOf("beacon", { kind: "beacon" });
const ONE_PIECE = deviceOf("piece", { kind: "planPiece", number: 7, piece: 2, bytes: pieces[2] ?? new Uint8Array(16) });
const CAP = deviceOf("cap", {
  kind: "command",
  number: 1,
  bands: 1 << (NUMBER - 1),
  type: messages.cap.type,
  payload: new Uint8Array(8).fill(200, 0, 1),
});
const OTHERS = `HARDWARE.others={manufacturerData:new ArrayBuffer(${String(AIR_PAYLOAD_BYTES)})};`;
const onAir = BEACON + later("beacon") + heard("beacon");

const piece = (name: string, setup: string, work: string, nothing: string): Piece => ({ name, setup, work, nothing });

/** A motion of some size along no axis of the chip's. */
const SAMPLE = `HARDWARE.sample={x:0.2,y:-0.3,z:0.9,diff:0};HARDWARE.k=0;`;
const oneSample = (call: string): string =>
  `HARDWARE.t+=${String(STEP_SECONDS)};HARDWARE.sample.x=(HARDWARE.k=(HARDWARE.k+7)%40)/40;${call}`;
const samples = (count: number, call: string): string => oneSample(call).repeat(count);

const MOTION: Readonly<Record<AirBoard, readonly Piece[]>> = {
  banglejs2: [
    piece(
      "on the air: nine accel samples, and the advert that they go out in",
      SAMPLE + onAir + samples(18, "HARDWARE.accel(HARDWARE.sample);"),
      samples(9, "HARDWARE.accel(HARDWARE.sample);"),
      samples(9, "HARDWARE.emptyTo(HARDWARE.sample);"),
    ),
  ],
  "xiao-sense": [
    piece(
      "on the air: nine samples in three bursts, and the advert that they go out in",
      onAir,
      "HARDWARE.t+=0.058;HARDWARE.every[38]();".repeat(3),
      "HARDWARE.t+=0.058;HARDWARE.empty();".repeat(3),
    ),
  ],
};

export const airPiecesOf = (board: AirBoard): readonly Piece[] => [
  ...MOTION[board],
  piece("advert heard: a beacon", onAir, later("beacon") + heard("beacon"), later("beacon") + unheard("beacon")),
  piece(
    "advert heard: a piece of a plan",
    onAir + ONE_PIECE,
    later("piece") + heard("piece"),
    later("piece") + unheard("piece"),
  ),
  piece(
    "advert heard: a command, done and told",
    onAir + CAP + "HARDWARE.cap8=new Uint8Array(HARDWARE.cap.manufacturerData);",
    `${later("cap")}HARDWARE.cap8[3]=HARDWARE.cap8[3]%250+1;${heard("cap")}`,
    `${later("cap")}HARDWARE.cap8[3]=HARDWARE.cap8[3]%250+1;${unheard("cap")}`,
  ),
  piece("advert heard: another group's", onAir + OTHERS, heard("others"), unheard("others")),
];
