import type { SessionView } from "@entrain/session";
import type { VNode } from "preact";
import type { Connection, HostLink } from "../api.ts";
import { useTempo } from "../host/use-tempo.ts";
import { t } from "../words/t.ts";
import { StopButton } from "./stop-button.tsx";
import { TempoControl } from "./tempo-control.tsx";

export interface ControlsProps {
  readonly link: HostLink;
  readonly view: SessionView | undefined;
  readonly connection: Connection;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onRefused: (message: string) => void;
}

const NO_PACER = { bpm: 60 };

/** Tempo, Start, and STOP, which works even when nothing else does. */
export const Controls = ({ link, view, connection, onStart, onStop, onRefused }: ControlsProps): VNode => {
  const { bpm, setBpm } = useTempo(link, (view?.pacer ?? NO_PACER).bpm, view?.tMicros ?? 0, onRefused);
  const live = connection === "live" && view !== undefined;
  const groupHz = view?.reading.group.tempoHz;
  return (
    <div class="controls">
      <TempoControl
        bpm={bpm}
        setBpm={setBpm}
        disabled={!live}
        groupBpm={groupHz === undefined ? undefined : groupHz * 60}
      />
      <button type="button" class="start" disabled={!live || view.playing} onClick={onStart}>
        {t(view?.playing === true ? "start.playing" : "start.button")}
      </button>
      <StopButton onStop={onStop} />
    </div>
  );
};
