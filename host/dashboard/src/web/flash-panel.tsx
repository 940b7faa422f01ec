import { flash, type FlashImage, unflash } from "@entrain/band/flash";
import { boards } from "@entrain/boards";
import { installs } from "@entrain/firmware";
import type { Scheduler } from "@entrain/time";
import { useState } from "preact/hooks";
import type { VNode } from "preact";
import { messageOf } from "../words/text.ts";
import { chooseBand, type Radio, radios } from "./choose-band.ts";
import { NEVER_BUILT, RADIO } from "./words.ts";

type Board = keyof typeof installs;
const BOARDS = Object.keys(installs) as Board[];

/** Puts the firmware on a board, or takes it off. */
export const FlashPanel = ({ scheduler }: { readonly scheduler: Scheduler }): VNode => {
  const [board, setBoard] = useState<Board>("banglejs2");
  const [said, setSaid] = useState("");
  const [isBusy, setBusy] = useState(false);
  const image: FlashImage = installs[board];
  const run = async (radio: Radio, isRemoving: boolean): Promise<void> => {
    setBusy(true);
    setSaid("Choose the board in the browser's dialogue.");
    try {
      const { name, openLink } = await chooseBand(radio);
      setSaid("Looking who is there …");
      const onProgress = ({
        file,
        doneBytes,
        totalBytes,
      }: {
        file: string;
        doneBytes: number;
        totalBytes: number;
      }): void => {
        setSaid(`${file}: ${String(Math.floor((100 * doneBytes) / totalBytes))} %`);
      };
      const opts = { openLink, scheduler, image, where: name, onProgress };
      if (isRemoving) await unflash(opts);
      const hello = isRemoving ? undefined : await flash(opts);
      setSaid(
        hello === undefined
          ? "It is as it was before Entrain."
          : `${hello.boardId} runs Entrain ${hello.firmwareVersion}. Its prompt is closed from now on; the way back: ${image.wayBack}.`,
      );
    } catch (error) {
      setSaid(messageOf(error, "Nothing was changed."));
    } finally {
      setBusy(false);
    }
  };
  if (radios().length === 0) return <></>;
  return (
    <section class="web-panel">
      <h2>Put Entrain on a band</h2>
      <p>{NEVER_BUILT}</p>
      <label>
        Board{" "}
        <select
          value={board}
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            setBoard(currentTarget.value as Board);
          }}
        >
          {BOARDS.map((id) => (
            <option key={id} value={id}>
              {boards[id].label} (never tried on a real one)
            </option>
          ))}
        </select>
      </label>
      <div class="web-row">
        {radios().map((radio) => (
          <button type="button" key={radio} disabled={isBusy} onClick={() => void run(radio, false)}>
            Put it there by {RADIO[radio]}
          </button>
        ))}
        {radios().map((radio) => (
          <button type="button" key={`off ${radio}`} disabled={isBusy} onClick={() => void run(radio, true)}>
            Take it off by {RADIO[radio]}
          </button>
        ))}
      </div>
      <p>To reach the prompt of a board that runs Entrain already: {image.wayBack}.</p>
      <p class="web-said" role="status">
        {said}
      </p>
    </section>
  );
};
