import { useRef, useState } from "preact/hooks";
import type { TargetedPointerEvent, VNode } from "preact";
import { formatTempo } from "../host/tempo.ts";
import { angleOf, arcPath, bpmAt, degreesAt, SWEEP_DEG, turnedBy } from "../run/dial.ts";
import { t } from "../words/t.ts";
import { TempoField } from "./tempo-field.tsx";
import { MAX_BPM, MIN_BPM } from "../host/tempo.ts";

export interface TempoDialProps {
  /** Beats a minute. */
  readonly bpm: number;
  readonly setBpm: (bpm: number) => void;
  readonly disabled: boolean;
  /** The group's own tempo, movements a minute, where there is one. */
  readonly groupBpm?: number | undefined;
}

const RADIUS = 44;
const [FROM, TO] = [-SWEEP_DEG / 2, SWEEP_DEG / 2];
const NEEDLE = arcPath(RADIUS, -3, 3);

type DialEvent = TargetedPointerEvent<SVGSVGElement>;

const tempoUnder = (event: DialEvent): number => {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return bpmAt(degreesAt(event.clientX - left - width / 2, event.clientY - top - height / 2));
};

/** The tempo as a dial: turned with a finger or with the arrow keys. What is turned with a finger holds once it is let go. */
export const TempoDial = ({ bpm, setBpm, disabled, groupBpm }: TempoDialProps): VNode => {
  const [turning, setTurning] = useState<number>();
  const held = useRef(false);
  const shown = turning ?? bpm;
  const turn = (event: DialEvent): void => {
    if (held.current) setTurning(tempoUnder(event));
  };
  const release = (event: DialEvent): void => {
    if (held.current) setBpm(tempoUnder(event));
    held.current = false;
    setTurning(undefined);
  };
  return (
    <div class="dial">
      <svg
        viewBox="-50 -50 100 100"
        role="slider"
        tabIndex={disabled ? -1 : 0}
        aria-label={t("tempo.dial")}
        aria-valuemin={MIN_BPM}
        aria-valuemax={MAX_BPM}
        aria-valuenow={Math.round(shown)}
        aria-valuetext={t("tempo.group", { bpm: formatTempo(shown) })}
        aria-disabled={disabled}
        onPointerDown={(event) => {
          if (disabled) return;
          held.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          turn(event);
        }}
        onPointerMove={turn}
        onPointerUp={release}
        onPointerCancel={() => {
          held.current = false;
          setTurning(undefined);
        }}
        onKeyDown={(event) => {
          const next = disabled ? undefined : turnedBy(event.key, bpm);
          if (next === undefined) return;
          event.preventDefault();
          setBpm(next);
        }}
      >
        <path class="dial-track" d={arcPath(RADIUS, FROM, TO)} />
        <path class="dial-turned" d={arcPath(RADIUS, FROM, angleOf(shown))} />
        {groupBpm !== undefined && (
          <path class="dial-group" d={NEEDLE} transform={`rotate(${angleOf(groupBpm).toFixed(1)})`} />
        )}
        <circle class="dial-knob" r="6" cy={-RADIUS} transform={`rotate(${angleOf(shown).toFixed(1)})`} />
      </svg>
      <TempoField bpm={shown} setBpm={setBpm} disabled={disabled} />
    </div>
  );
};
