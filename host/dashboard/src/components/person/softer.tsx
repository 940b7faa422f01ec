import type { BandView, SessionCommand } from "@entrain/session";
import type { VNode } from "preact";
import { figure, t } from "../../words/t.ts";
import { Switch } from "../switch.tsx";

type SettingsCommand = Extract<SessionCommand, { readonly kind: "settings" }>;
type Settings = SettingsCommand["settings"];

export interface SofterProps {
  readonly member: number;
  readonly settings: BandView["settings"];
  readonly ask: (command: SettingsCommand) => void;
}

const RATIOS = { "1:1": "softer.each", "1:2": "softer.second", "1:4": "softer.fourth" } as const;
const MANNERS = ["motor", "light", "off"] as const;

/** What makes an exercise gentler for one person. Nothing here goes above what the wearer allows: the host refuses it. */
export const Softer = ({ member, settings = {}, ask }: SofterProps): VNode => {
  const { strengthPercent = 100, ratio = "1:1", pulses = "motor", scored = true } = settings;
  const change = (changed: Settings): void => ask({ kind: "settings", member, settings: { ...settings, ...changed } });
  return (
    <fieldset class="softer">
      <legend>{t("person.softer")}</legend>
      <label class="strength">
        <span>{t("softer.strength", { percent: figure(strengthPercent) })}</span>
        <input
          type="range"
          min={10}
          max={100}
          step={10}
          value={strengthPercent}
          onChange={(event) => change({ strengthPercent: Number(event.currentTarget.value) })}
        />
      </label>
      <label class="ratio">
        <span>{t("softer.beats")}</span>
        <select value={ratio} onChange={(event) => change({ ratio: event.currentTarget.value })}>
          {Object.entries(RATIOS).map(([each, key]) => (
            <option key={each} value={each}>
              {t(key)}
            </option>
          ))}
          {!(ratio in RATIOS) && <option value={ratio}>{ratio}</option>}
        </select>
      </label>
      <div class="manners" role="radiogroup" aria-label={t("softer.pulses")}>
        {MANNERS.map((manner) => (
          <label key={manner}>
            <input
              type="radio"
              name={`pulses-${String(member)}`}
              checked={pulses === manner}
              onChange={() => change({ pulses: manner })}
            />
            <span>{t(`softer.${manner}`)}</span>
          </label>
        ))}
      </div>
      <Switch label={t("softer.scored")} isOn={scored} onTurn={() => change({ scored: !scored })} />
    </fieldset>
  );
};
