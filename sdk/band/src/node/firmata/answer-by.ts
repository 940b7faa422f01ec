import type { SessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import { BandError } from "../../errors.ts";
import type { FirmataTransport } from "./firmata-transport.ts";

export interface AnswerByOpts {
  readonly scheduler: Scheduler;
  readonly transport: FirmataTransport;
  readonly tDeadlineMicros: SessionMicros;
  /** What is waited for, for the message. */
  readonly expected: string;
}

/**
 * The answer, if it comes in time.
 *
 * @throws BandError `no-answer` after the deadline, `closed` where the link ends before
 */
export const answerBy = <T>(
  answer: Promise<T>,
  { scheduler, transport, tDeadlineMicros, expected }: AnswerByOpts,
): Promise<T> => {
  let settle: () => void;
  const failure = new Promise<never>((_, reject) => {
    const onClose = (): void => {
      reject(new BandError("closed", `expected ${expected}, found the link closed`));
    };
    const cancel = scheduler.at(tDeadlineMicros, () => {
      reject(new BandError("no-answer", `expected ${expected}, found silence`));
    });
    transport.once("close", onClose);
    settle = () => {
      cancel();
      transport.off("close", onClose);
    };
  });
  return Promise.race([answer, failure]).finally(() => {
    settle();
  });
};
