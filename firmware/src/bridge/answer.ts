import { PROTOCOL_VERSION } from "@entrain/protocol";
import { send } from "../frame-out.ts";
import { frame16, frame32, frame8, frameF64 } from "../frame.ts";
import {
  ACK,
  ACK_END,
  ACK_U32,
  CLOCK_REPLY,
  CLOCK_REPLY_END,
  CLOCK_REPLY_HOST_SENT_F64,
  CLOCK_REPLY_RECEIVED_F64,
  CLOCK_REPLY_SENT_F64,
  CLOCK_REQUEST,
  CLOCK_REQUEST_HOST_SENT_F64,
  CREDIT,
  HELLO,
  HELLO_BAND_ID_U32,
  HELLO_BOARD,
  HELLO_BOOT_ID_U32,
  HELLO_END,
  HELLO_FIRMWARE,
  HELLO_REQUEST,
  HELLO_VERSION_U16,
} from "../wire.ts";
import { airSeconds } from "./air-time.ts";

const nowMicros = (): number => airSeconds() * 1000000;

const bootId = Math.floor(Math.random() * 4294967296);

const writeText = (at: number, text: string): void => {
  for (let i = 0; i < text.length; i++) frame8[at + i] = text.charCodeAt(i);
};

/** As a band says hello, but for all that a bridge has not: a motor, an accelerometer, a wearer. */
const sendHello = (): void => {
  for (let i = 0; i < HELLO_END / 4; i++) frame32[i] = 0;
  frame16[HELLO_VERSION_U16] = PROTOCOL_VERSION;
  frame32[HELLO_BOOT_ID_U32] = bootId;
  frame32[HELLO_BAND_ID_U32] = E.CRC32(E.toUint8Array(getSerial()));
  writeText(HELLO_BOARD, "bridge");
  writeText(HELLO_FIRMWARE, "0.1.0");
  send(HELLO, HELLO_END);
};

const replyClock = (tReceivedMicros: number): void => {
  frameF64[CLOCK_REPLY_HOST_SENT_F64] = frameF64[CLOCK_REQUEST_HOST_SENT_F64] as number;
  frameF64[CLOCK_REPLY_RECEIVED_F64] = tReceivedMicros;
  frameF64[CLOCK_REPLY_SENT_F64] = nowMicros();
  send(CLOCK_REPLY, CLOCK_REPLY_END);
};

/** Answers the frame that stands in the views. What a host tells a band (a clock's map) a bridge confirms and forgets. */
export const answer = (): void => {
  const tMicros = nowMicros();
  const head = frame32[0] as number;
  const type = head & 255;
  if (type === HELLO_REQUEST) sendHello();
  else if (type === CLOCK_REQUEST) replyClock(tMicros);
  else if (type !== CREDIT) {
    frame32[ACK_U32] = (head >>> 16) | (type << 16);
    send(ACK, ACK_END);
  }
};
