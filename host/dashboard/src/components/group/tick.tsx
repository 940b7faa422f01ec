import type { VNode } from "preact";

export interface TickProps {
  readonly label: string;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}

/** One answer: yes, or no. Enter turns it, since the space bar stops. */
export const Tick = ({ label, on, onTurn }: TickProps): VNode => (
  <label class="tick">
    <input
      type="checkbox"
      checked={on}
      onChange={(event) => onTurn(event.currentTarget.checked)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        onTurn(!on);
      }}
    />
    <span>{label}</span>
  </label>
);
