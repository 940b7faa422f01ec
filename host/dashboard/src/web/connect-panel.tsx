import { useState } from "preact/hooks";
import type { VNode } from "preact";
import { messageOf } from "../words/text.ts";
import { chooseBand, type ChosenBand, type Radio, radios } from "./choose-band.ts";
import { PRIVATE, RADIO, REACH } from "./words.ts";

export interface ConnectPanelProps {
  readonly onStart: (own: readonly ChosenBand[]) => Promise<void>;
}

/** Begins a session: with virtual people alone, or with bands of one's own among them. */
export const ConnectPanel = ({ onStart }: ConnectPanelProps): VNode => {
  const [own, setOwn] = useState<readonly ChosenBand[]>([]);
  const [said, setSaid] = useState("");
  const [isBusy, setBusy] = useState(false);
  const reach = radios();
  const add = async (radio: Radio): Promise<void> => {
    setSaid("");
    try {
      const band = await chooseBand(radio);
      setOwn((before) => [
        ...before,
        { ...band, name: before.length === 0 ? "You" : `You ${String(before.length + 1)}` },
      ]);
    } catch (error) {
      setSaid(messageOf(error, "No band was chosen."));
    }
  };
  const start = async (): Promise<void> => {
    setBusy(true);
    setSaid("");
    try {
      await onStart(own);
    } catch (error) {
      setSaid(messageOf(error, "The session could not begin."));
      setBusy(false);
    }
  };
  return (
    <section class="web-panel">
      <h2>Move together</h2>
      <p>{PRIVATE}</p>
      <p>{reach.length === 0 ? REACH.none : REACH.some}</p>
      <div class="web-row">
        {reach.map((radio) => (
          <button type="button" key={radio} disabled={isBusy} onClick={() => void add(radio)}>
            Add my band by {RADIO[radio]}
          </button>
        ))}
        <button type="button" class="web-go" disabled={isBusy} onClick={() => void start()}>
          {own.length === 0 ? "Watch six virtual people" : "Start: my wrist among virtual people"}
        </button>
      </div>
      {own.length > 0 && <p>{own.map(({ name }) => name).join(", ")}: chosen.</p>}
      <p class="web-said" role="status">
        {said}
      </p>
    </section>
  );
};
