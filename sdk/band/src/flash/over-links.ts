import { sessionMicros } from "@entrain/protocol";
import type { ByteLink } from "../byte-link.ts";
import { BandError } from "../errors.ts";
import type { FlashOpts, Pace } from "./api.ts";
import { explainSilence, interpreterAt, requireBoard } from "./meet.ts";
import { Prompt } from "./prompt.ts";
import { BoardStorage } from "./storage.ts";

/** 128 bytes in 3 ms are four times what a serial port of 115,200 carries, and less than half of what USB does. */
const DEFAULT_PACE: Pace = { pieceBytes: 128, pauseMicros: 3_000 };
const RETRY_MICROS = 1_000_000;
/** Links in a row that brought nothing further. */
const MOST_FRUITLESS = 15;
/** A board starts anew. */
const START_MICROS = 1_500_000;

const pause = ({ scheduler }: FlashOpts, micros: number): Promise<void> =>
  new Promise((resolve) => {
    scheduler.at(sessionMicros(scheduler.nowMicros() + micros), resolve);
  });

/** Meets the board, sees that it is the one meant, and stops whatever ran there. */
const begin = async (opts: FlashOpts, link: ByteLink): Promise<readonly [Prompt, BoardStorage]> => {
  const { scheduler, image, where } = opts;
  const prompt = new Prompt(link, scheduler, opts.pace ?? DEFAULT_PACE, where);
  try {
    requireBoard(await interpreterAt(prompt), image, where);
  } catch (error) {
    if (!(error instanceof BandError && error.code === "no-answer")) throw error;
    throw await explainSilence(prompt.release(), scheduler, where, image.wayBack);
  }
  prompt.tell("reset()");
  await interpreterAt(prompt);
  const storage = new BoardStorage(prompt, where);
  await storage.start();
  return [prompt, storage];
};

const reopened = async (opts: FlashOpts): Promise<ByteLink> => {
  for (let tries = 1; ; tries++) {
    await pause(opts, RETRY_MICROS);
    try {
      return await opts.openLink();
    } catch (error) {
      if (tries >= MOST_FRUITLESS) throw error;
    }
  }
};

const isBroken = (error: unknown): boolean =>
  error instanceof BandError && (error.code === "closed" || error.code === "no-answer");

/**
 * Does something with a board's files, over as many links as it takes: one that breaks is opened again, as long as some of
 * them bring it further.
 *
 * @param ending - the statement that ends it
 * @returns the link, a moment after that
 */
export const overLinks = async (
  opts: FlashOpts,
  work: (storage: BoardStorage, onFurther: () => void) => Promise<void>,
  ending: string,
): Promise<ByteLink> => {
  let link = await opts.openLink();
  let hasMet = false;
  for (let fruitless = 0; ; fruitless++) {
    try {
      const [prompt, storage] = await begin(opts, link);
      hasMet = true;
      await work(storage, () => (fruitless = 0));
      prompt.tell(ending);
      await pause(opts, START_MICROS);
      return prompt.release();
    } catch (error) {
      await link.close();
      if (!hasMet || !isBroken(error) || fruitless >= MOST_FRUITLESS) throw error;
    }
    link = await reopened(opts);
  }
};
