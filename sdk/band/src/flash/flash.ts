import type { BandInfo } from "../band.ts";
import type { ByteLink } from "../byte-link.ts";
import { BandError } from "../errors.ts";
import type { FlashFile, FlashImage, FlashOpts } from "./api.ts";
import { helloAt } from "./meet.ts";
import { overLinks } from "./over-links.ts";
import { type BoardStorage, STAGING } from "./storage.ts";

/** Where a program of somebody else's is kept meanwhile. */
export const KEPT = "entrain.old";
/** Flash keeps a line about each file, and whole pages. */
const SLACK_BYTES = 8_192;

/** The file by which a board is known to hold our firmware. */
export const markOf = ({ files }: FlashImage): string => files[0]?.name ?? "";

const missingOf = async ({ files }: FlashImage, storage: BoardStorage): Promise<readonly FlashFile[]> => {
  const missing: FlashFile[] = [];
  for (const file of files) if (!(await storage.holds(file))) missing.push(file);
  return missing;
};

/** Each once at its place, and the largest once beside it, as far as that is not there already. */
const bytesFor = async (missing: readonly FlashFile[], storage: BoardStorage): Promise<number> => {
  const sizes = missing.map(({ bytes }) => bytes.length);
  const beside = (await storage.has(STAGING)) ? 0 : Math.max(...sizes);
  return sizes.reduce((sum, size) => sum + size, beside + SLACK_BYTES);
};

/** Keeps a program that is not ours, once. */
const keepWhatWas = async (image: FlashImage, missing: readonly FlashFile[], storage: BoardStorage): Promise<void> => {
  const { replaces } = image;
  if (replaces === undefined || missing.every(({ name }) => name !== replaces)) return;
  if ((await storage.has(markOf(image))) || !(await storage.has(replaces))) return;
  await storage.copy(replaces, KEPT);
};

const put = async ({ image, onProgress }: FlashOpts, storage: BoardStorage, onFurther: () => void): Promise<void> => {
  const missing = await missingOf(image, storage);
  if (missing.length === 0) return;
  await storage.requireRoom(await bytesFor(missing, storage));
  await keepWhatWas(image, missing, storage);
  for (const file of missing) {
    await storage.put(file, (doneBytes) => {
      onFurther();
      onProgress?.({ file: file.name, doneBytes, totalBytes: file.bytes.length });
    });
    onFurther();
  }
};

/**
 * Puts the firmware on a board through its prompt: piece by piece, each with its CRC-32, into a file beside; that is
 * read back, copied to its place on the board itself, and read back again. Then it is started and its hello awaited. A
 * link that breaks is opened anew and the upload taken up where it was; so it is when it is asked for again later.
 *
 * @returns what the band says of itself
 * @throws BandError `wrong-board` and `no-room` before anything is written, `refused` where our firmware runs and keeps
 * the prompt closed, `no-answer`, `not-verified`, `closed`, and what `openLink` throws
 */
export const flash = async (opts: FlashOpts): Promise<BandInfo> => {
  const { image, where, scheduler } = opts;
  let link: ByteLink | undefined = await overLinks(
    opts,
    (storage, onFurther) => put(opts, storage, onFurther),
    image.start,
  );
  const openLink = async (): Promise<ByteLink> => {
    const given = link;
    link = undefined;
    return given ?? (await opts.openLink());
  };
  const hello = await helloAt(where, openLink, scheduler);
  if (hello?.boardId === image.boardId) return hello;
  const found = hello === undefined ? "none" : hello.boardId;
  throw new BandError(
    "not-verified",
    `expected a hello of ${image.boardId} from ${where} after its start, found ${found}; the files are there and read back right: switch it off and on`,
  );
};
