import { PROTOCOL_VERSION } from "@entrain/protocol";
import { ACCEL_SCALE_G, BOARD_ID, CAPABILITIES, GYRO_SCALE_DPS } from "#board";
import { MAX_CREDIT } from "./credit.ts";
import { send } from "./frame-out.ts";
import { frame16, frame32, frame8, frameF64 } from "./frame.ts";
import { fullLagMicros } from "./lag.ts";
import { wearerCapNow } from "./motor.ts";
import { bandState } from "./state.ts";
import {
  HELLO,
  HELLO_ACCEL_SCALE_F64,
  HELLO_BAND_ID_U32,
  HELLO_BOARD,
  HELLO_BOOT_ID_U32,
  HELLO_CAPABILITIES_U16,
  HELLO_END,
  HELLO_FIRMWARE,
  HELLO_GYRO_SCALE_F64,
  HELLO_INTERPRETER,
  HELLO_LAG_F64,
  HELLO_MAX_CREDIT_U16,
  HELLO_STATE,
  HELLO_VERSION_U16,
  HELLO_WEARER_CAP,
} from "./wire.ts";

const FIRMWARE_VERSION = "0.1.0";
const bootId = Math.floor(Math.random() * 4294967296);

const writeText = (at: number, length: number, text: string): void => {
  for (let i = 0; i < length; i++) frame8[at + i] = i < text.length ? text.charCodeAt(i) : 0;
};

export const sendHello = (): void => {
  frame16[HELLO_VERSION_U16] = PROTOCOL_VERSION;
  frame16[HELLO_CAPABILITIES_U16] = CAPABILITIES;
  frame32[HELLO_BOOT_ID_U32] = bootId;
  frameF64[HELLO_ACCEL_SCALE_F64] = ACCEL_SCALE_G;
  frameF64[HELLO_GYRO_SCALE_F64] = GYRO_SCALE_DPS;
  frameF64[HELLO_LAG_F64] = fullLagMicros();
  frame32[HELLO_BAND_ID_U32] = E.CRC32(E.toUint8Array(getSerial()));
  frame16[HELLO_MAX_CREDIT_U16] = MAX_CREDIT;
  frame8[HELLO_WEARER_CAP] = wearerCapNow();
  frame8[HELLO_STATE] = bandState();
  writeText(HELLO_BOARD, 16, BOARD_ID);
  writeText(HELLO_FIRMWARE, 8, FIRMWARE_VERSION);
  writeText(HELLO_INTERPRETER, 8, process.env.VERSION);
  send(HELLO, HELLO_END);
};
