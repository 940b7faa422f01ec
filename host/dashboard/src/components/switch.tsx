import type { VNode } from "preact";

export interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTurn: () => void;
  /** What is not known yet is neither on nor off to the eye. */
  readonly note?: string | undefined;
}

/** On or off. A button, since the space bar is STOP: Enter turns it. */
export const Switch = ({ label, isOn, onTurn, note }: SwitchProps): VNode => (
  <button type="button" role="switch" class="switch" aria-checked={isOn} onClick={onTurn}>
    <span class="switch-track" aria-hidden="true" />
    <span>
      {label}
      {note !== undefined && <small> {note}</small>}
    </span>
  </button>
);
