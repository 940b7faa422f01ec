import { BandError } from "../errors.ts";
import type { FlashOpts } from "./api.ts";
import { KEPT, markOf } from "./flash.ts";
import { overLinks } from "./over-links.ts";
import { type BoardStorage, STAGING } from "./storage.ts";

const giveBack = async (replaces: string, storage: BoardStorage): Promise<void> => {
  if (await storage.has(KEPT)) await storage.copy(KEPT, replaces);
  else await storage.erase(replaces);
};

const remove = async ({ image, where }: FlashOpts, storage: BoardStorage): Promise<void> => {
  const { files, data, replaces } = image;
  const mark = markOf(image);
  if (!(await storage.has(mark)) && !(await storage.has(KEPT))) {
    throw new BandError("refused", `expected Entrain on ${where}, found no file ${mark} there; nothing was changed`);
  }
  if (replaces !== undefined) await giveBack(replaces, storage);
  // The mark, then what was kept, last: broken off anywhere, it can be taken up again.
  const ours = files.map(({ name }) => name).filter((name) => name !== replaces && name !== mark);
  for (const name of [...ours, ...data, STAGING, mark, KEPT]) if (await storage.has(name)) await storage.erase(name);
};

/**
 * Takes the firmware off a board, with all that it made there, and gives back the program that was there before.
 *
 * @throws BandError `refused` where there is none of ours; else as `flash`
 */
export const unflash = async (opts: FlashOpts): Promise<void> => {
  let isDone = false;
  const link = await overLinks(
    opts,
    async (storage) => {
      // A link that broke after the last file was gone.
      if (!isDone) await remove(opts, storage);
      isDone = true;
    },
    "load()",
  );
  await link.close();
};
