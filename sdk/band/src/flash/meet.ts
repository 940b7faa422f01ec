import type { Scheduler } from "@entrain/time";
import type { BandInfo } from "../band.ts";
import type { ByteLink, OpenLink } from "../byte-link.ts";
import { BandError } from "../errors.ts";
import { FrameBand } from "../frame-band.ts";
import type { FlashImage, Interpreter } from "./api.ts";
import type { Prompt } from "./prompt.ts";

/** Hardware timers from JavaScript came with it (espruino.com/ChangeLog). */
const OLDEST_VERSION = 29;

/** The hello of whoever speaks our frames at a link; undefined where nobody does. The link is closed afterwards. */
export const helloAt = async (
  name: string,
  openLink: OpenLink,
  scheduler: Scheduler,
): Promise<BandInfo | undefined> => {
  const band = new FrameBand({ name, scheduler, openLink });
  try {
    await band.connect();
    return band.info;
  } catch {
    return undefined;
  } finally {
    await band.close();
  }
};

/**
 * Says why nobody answers at a prompt: mostly because our own firmware runs there, which has closed it.
 */
export const explainSilence = async (
  link: ByteLink,
  scheduler: Scheduler,
  where: string,
  wayBack: string,
): Promise<BandError> => {
  const hello = await helloAt(where, () => Promise.resolve(link), scheduler);
  return hello === undefined
    ? new BandError(
        "no-answer",
        `expected an Espruino prompt at ${where}, found no answer; is it switched on, and is Espruino on it? If another program runs there: ${wayBack}`,
      )
    : new BandError(
        "refused",
        `expected an Espruino prompt at ${where}, found Entrain ${hello.firmwareVersion} running on ${hello.boardId}, which keeps its prompt closed; ${wayBack}, then try again`,
      );
};

/** Who answers. @throws BandError `no-answer`, `closed` */
export const interpreterAt = async (prompt: Prompt): Promise<Interpreter> => {
  const [board = "", version = ""] = (await prompt.ask(`process.env.BOARD+" "+process.version`)).split(" ");
  return { board, version };
};

/** @throws BandError `wrong-board` */
export const requireBoard = ({ board, version }: Interpreter, image: FlashImage, where: string): void => {
  if (!image.interpreterBoards.includes(board)) {
    throw new BandError(
      "wrong-board",
      `expected ${image.interpreterBoards.join(" or ")} at ${where} for ${image.boardId}, found ${board === "" ? "another device" : board}; nothing was written`,
    );
  }
  const [, major, minor] = /^(\d+)v(\d+)/.exec(version) ?? [];
  if (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= OLDEST_VERSION)) return;
  throw new BandError(
    "wrong-board",
    `expected Espruino 2v${String(OLDEST_VERSION)} or newer at ${where}, found ${version}; update it first (espruino.com/Download)`,
  );
};
