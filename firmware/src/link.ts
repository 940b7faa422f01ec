import { carryOut } from "./commands.ts";
import { nowMicros } from "./clock.ts";
import { noteContact } from "./contact.ts";
import { grantCredit, resetCredit } from "./credit.ts";
import { startReading } from "./frame-in.ts";
import { out16, out8, outF64, send } from "./frame-out.ts";
import { flushHealth } from "./health.ts";
import { sendHello } from "./hello.ts";
import { isMotorOn } from "./motor.ts";
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
/** The answer to it waits: it put the motor on, or found it on, and a press must not wait behind an answer. */
let isAckOwed = false;
/**
 * What writing a clock reply took at its quickest: the stamp in the next one allows for it. Never for more than it will
 * take: the host counts on a reply not being stamped later than it was sent.
 */
let replyMicros = 0;

const replyClock = (view: DataView, tReceivedMicros: number): void => {
  const tMicros = nowMicros();
  outF64[CLOCK_REPLY_HOST_SENT_F64] = view.getFloat64(CLOCK_REQUEST_HOST_SENT, true);
  outF64[CLOCK_REPLY_RECEIVED_F64] = tReceivedMicros;
  outF64[CLOCK_REPLY_SENT_F64] = tMicros + replyMicros;
  send(CLOCK_REPLY, CLOCK_REPLY_END);
  const tookMicros = nowMicros() - tMicros;
  // A clock that was set back in between took less than no time.
  if (tookMicros > 0 && (replyMicros === 0 || tookMicros < replyMicros)) replyMicros = tookMicros;
};

const acknowledge = (): void => {
  out16[ACK_SEQ_U16] = lastSeq;
  out8[ACK_TYPE] = lastType;
  out8[ACK_RESULT] = lastResult;
  isAckOwed = false;
  send(ACK, ACK_END);
};

/** Once the motor is off. */
export const payAck = (): void => {
  if (isAckOwed) acknowledge();
};

export const startLink = (): void => {
  startReading((type, seq, view, payloadBytes, tReceivedMicros) => {
    noteContact(tReceivedMicros);
    switch (type) {
      case HELLO_REQUEST:
        resetCredit();
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
          const result = carryOut(type, view, payloadBytes);
          payAck(); // what a stop has overtaken
          lastSeq = seq;
          lastType = type;
          lastResult = result;
        }
        isAckOwed = true;
        if (!isMotorOn()) acknowledge();
    }
  });
};
