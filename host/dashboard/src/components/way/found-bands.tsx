import type { FoundBand } from "@entrain/session";
import type { VNode } from "preact";
import { t } from "../../words/t.ts";

export interface FoundBandsProps {
  readonly found: readonly FoundBand[];
  readonly nameOf: (member: number) => string;
  readonly picked: string | undefined;
  readonly onPick: (id: string) => void;
  readonly onIdentify: (id: string) => void;
}

const stateOf = ({ state, batteryPercent, pressedLast }: FoundBand): string =>
  [
    t(pressedLast === true ? "bands.pressed" : `bands.${state}`),
    ...(batteryPercent === undefined ? [] : [t("bands.battery", { percent: batteryPercent })]),
  ].join(" · ");

/** What hangs on this computer, and who has it. */
export const FoundBands = ({ found, nameOf, picked, onPick, onIdentify }: FoundBandsProps): VNode => (
  <section aria-label={t("bands.found")}>
    <h2>{t("bands.found")}</h2>
    {found.length === 0 && <p class="quiet">{t("bands.none")}</p>}
    <ul class="found">
      {found.map((band) => (
        <li key={band.id} class={band.pressedLast === true ? "pressed" : ""}>
          <button type="button" class="pick" aria-pressed={picked === band.id} onClick={() => onPick(band.id)}>
            <strong>{band.label}</strong>
            <small>{band.member === undefined ? stateOf(band) : nameOf(band.member)}</small>
          </button>
          <button
            type="button"
            class="small"
            disabled={band.state !== "here"}
            aria-label={t("bands.which", { band: band.label })}
            onClick={() => onIdentify(band.id)}
          >
            {t("bands.whichShort")}
          </button>
        </li>
      ))}
    </ul>
  </section>
);
