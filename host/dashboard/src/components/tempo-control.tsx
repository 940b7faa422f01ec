import { useMemo, useState } from "preact/hooks";
import type { VNode } from "preact";
import { formatTempo, stepTempo } from "../host/tempo.ts";
import { usePlainKeys } from "../host/use-plain-keys.ts";
import { tapped, tempoOfTaps } from "../run/taps.ts";
import { t } from "../words/t.ts";
import { TempoDial, type TempoDialProps } from "./tempo-dial.tsx";

const SLOWER = [-5, -1] as const;
const FASTER = [1, 5] as const;

/** The tempo, and the ways to change it: turned, stepped, typed, or tapped. Keys: + and −, and t to tap. */
export const TempoControl = (props: TempoDialProps): VNode => {
  const { bpm, setBpm, disabled } = props;
  const [taps, setTaps] = useState<readonly number[]>([]);
  const tap = (): void => {
    if (disabled) return;
    const next = tapped(taps, performance.now());
    setTaps(next);
    const heard = tempoOfTaps(next);
    if (heard !== undefined) setBpm(heard);
  };
  const step = (by: number): void => {
    if (!disabled) setBpm(stepTempo(bpm, by));
  };
  usePlainKeys(useMemo(() => ({ "+": () => step(1), "-": () => step(-1), t: tap }), [bpm, disabled, setBpm, taps]));
  const button = (by: number): VNode => (
    <button
      key={by}
      type="button"
      class={Math.abs(by) === 1 ? "step" : "step far"}
      disabled={disabled || stepTempo(bpm, by) === bpm}
      aria-label={t(by < 0 ? "tempo.slower" : "tempo.faster", { step: Math.abs(by) })}
      onClick={() => step(by)}
    >
      {by < 0 ? "−" : "+"}
      <small>{Math.abs(by)}</small>
    </button>
  );
  return (
    <div class="tempo" role="group" aria-label={t("tempo.group", { bpm: formatTempo(bpm) })}>
      {SLOWER.map(button)}
      <TempoDial {...props} />
      {FASTER.map(button)}
      <button type="button" class="tap" disabled={disabled} onClick={tap} title={t("tempo.tapHint")}>
        {t("tempo.tap")} <small>t</small>
      </button>
    </div>
  );
};
