import type { VNode } from "preact";
import { formatTempo, stepTempo } from "../host/tempo.ts";
import { t } from "../words/t.ts";
import { TempoField } from "./tempo-field.tsx";

export interface TempoControlProps {
  /** Beats a minute. */
  readonly bpm: number;
  readonly setBpm: (bpm: number) => void;
  readonly disabled: boolean;
}

const STEPS = [-5, -1, 1, 5] as const;

const labelOf = (step: number): string => t(step < 0 ? "tempo.slower" : "tempo.faster", { step: Math.abs(step) });

/** The tempo, and the ways to change it. */
export const TempoControl = ({ bpm, setBpm, disabled }: TempoControlProps): VNode => {
  const button = (step: number): VNode => (
    <button
      key={step}
      type="button"
      class={Math.abs(step) === 1 ? "step" : "step far"}
      disabled={disabled || stepTempo(bpm, step) === bpm}
      aria-label={labelOf(step)}
      onClick={() => {
        setBpm(stepTempo(bpm, step));
      }}
    >
      {step < 0 ? "−" : "+"}
      <small>{Math.abs(step)}</small>
    </button>
  );
  return (
    <div class="tempo" role="group" aria-label={t("tempo.group", { bpm: formatTempo(bpm) })}>
      {STEPS.slice(0, 2).map(button)}
      <TempoField bpm={bpm} setBpm={setBpm} disabled={disabled} />
      {STEPS.slice(2).map(button)}
    </div>
  );
};
