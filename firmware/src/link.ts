import { endCalibration } from "./calibrate.ts";
import { COMMANDS } from "./commands.ts";
import { nowMicros } from "./clock.ts";
import { grantCredit, resetCredit } from "./credit.ts";
import { startReading, tReceivedMicros } from "./frame-in.ts";
import { send } from "./frame-out.ts";
import { frame32, frameF64 } from "./frame.ts";
import { flushHealth, isHealthDue } from "./health.ts";
import { sendHello } from "./hello.ts";
import { isMotorOn } from "./motor.ts";
import { lead } from "./onset.ts";
import { flushReports, isReportDue } from "./report.ts";
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
  CREDIT_UP_TO_U32,
  HELLO_REQUEST,
} from "./wire.ts";

/**
 * The head of the last command, its type and number, and how it ended: a host that missed the ack repeats itself, and is
 * answered without doing it twice.
 */
let lastHead = 0;
let lastResult = 0;
/** The answer to it waits: it put the motor on, or found it on, and a press must not wait behind an answer. */
let isAckOwed = false;
/**
 * What writing a clock reply took at its quickest: the stamp in the next one allows for it. Never for more than it will
 * take: the host counts on a reply not being stamped later than it was sent.
 */
let replyMicros = 0;

const greet = (): void => {
  resetCredit();
  endCalibration();
  lead(0);
  lastHead = 0;
  sendHello();
};

const replyClock = (): void => {
  const tMicros = nowMicros();
  frameF64[CLOCK_REPLY_HOST_SENT_F64] = frameF64[CLOCK_REQUEST_HOST_SENT_F64] as number;
  frameF64[CLOCK_REPLY_RECEIVED_F64] = tReceivedMicros;
  frameF64[CLOCK_REPLY_SENT_F64] = tMicros + replyMicros;
  send(CLOCK_REPLY, CLOCK_REPLY_END);
  const tookMicros = nowMicros() - tMicros;
  // A clock that was set back in between took less than no time.
  if (tookMicros > 0 && (replyMicros === 0 || tookMicros < replyMicros)) replyMicros = tookMicros;
};

const takeCredit = (): void => {
  grantCredit(frame32[CREDIT_UP_TO_U32] as number);
  if (isReportDue) flushReports();
  if (isHealthDue) flushHealth();
};

const acknowledge = (): void => {
  // The number, then the type, then the result, in one word.
  frame32[ACK_U32] = (lastHead >>> 16) | ((lastHead & 255) << 16) | (lastResult << 24);
  isAckOwed = false;
  send(ACK, ACK_END);
};

/** Once the motor is off. */
export const payAck = (): void => {
  if (isAckOwed) acknowledge();
};

const obey = (): void => {
  const head = frame32[0] as number;
  if (head !== lastHead) {
    const result = (COMMANDS[head & 255] as () => number)();
    payAck(); // what a stop has overtaken
    lastResult = result;
    lastHead = head;
  }
  isAckOwed = true;
  if (!isMotorOn) acknowledge();
};

export const startLink = (): void => {
  const handlers: (() => void)[] = [];
  handlers[HELLO_REQUEST] = greet;
  handlers[CLOCK_REQUEST] = replyClock;
  handlers[CREDIT] = takeCredit;
  startReading(handlers, obey);
};
