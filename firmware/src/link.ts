import { endCalibration } from "./calibrate.ts";
import { carryOut } from "./commands.ts";
import { nowMicros } from "./clock.ts";
import { noteContact } from "./contact.ts";
import { grantCredit, resetCredit } from "./credit.ts";
import { startReading } from "./frame-in.ts";
import { out16, out8, outF64, send } from "./frame-out.ts";
import { flushHealth } from "./health.ts";
import { sendHello } from "./hello.ts";
import { flushReports } from "./report.ts";
import {
  ACK,
  ACK_END,
  ACK_RESULT,
  ACK_SEQ_U16,
  ACK_TYPE,
  CLOCK_REPLY,
  CLOCK_REPLY_END,
  CLOCK_REPLY_HOST_SENT_F64,
  CLOCK_REPLY_RECEIVED_F64,
  CLOCK_REPLY_SENT_F64,
  CLOCK_REQUEST,
  CLOCK_REQUEST_HOST_SENT,
  CREDIT,
  CREDIT_UP_TO,
  HELLO_REQUEST,
} from "./wire.ts";

/** The last command and how it ended: a host that missed the ack repeats itself, and is answered without doing it twice. */
let lastSeq = -1;
let lastType = 0;
let lastResult = 0;
/** How long the last clock reply took to write: the stamp in the next one allows for it. */
let replyMicros = 0;

const replyClock = (view: DataView, tReceivedMicros: number): void => {
  const tMicros = nowMicros();
  outF64[CLOCK_REPLY_HOST_SENT_F64] = view.getFloat64(CLOCK_REQUEST_HOST_SENT, true);
  outF64[CLOCK_REPLY_RECEIVED_F64] = tReceivedMicros;
  outF64[CLOCK_REPLY_SENT_F64] = tMicros + replyMicros;
  send(CLOCK_REPLY, CLOCK_REPLY_END);
  replyMicros = nowMicros() - tMicros;
};

const acknowledge = (seq: number, type: number, result: number): void => {
  out16[ACK_SEQ_U16] = seq;
  out8[ACK_TYPE] = type;
  out8[ACK_RESULT] = result;
  send(ACK, ACK_END);
};

export const startLink = (): void => {
  startReading((type, seq, view, payloadBytes, tReceivedMicros) => {
    noteContact(tReceivedMicros);
    switch (type) {
      case HELLO_REQUEST:
        resetCredit();
        endCalibration();
        lastSeq = -1;
        sendHello();
        break;
      case CLOCK_REQUEST:
        replyClock(view, tReceivedMicros);
        break;
      case CREDIT:
        grantCredit(view.getUint32(CREDIT_UP_TO, true));
        flushReports();
        flushHealth();
        break;
      default:
        if (seq !== lastSeq || type !== lastType) {
          lastResult = carryOut(type, view, payloadBytes);
          lastSeq = seq;
          lastType = type;
        }
        acknowledge(seq, type, lastResult);
    }
  });
};
