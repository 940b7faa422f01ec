import type { BandView, SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { t } from "../../words/t.ts";
import { MarkGlyph } from "../mark-glyph.tsx";

export interface PlaceListProps {
  readonly view: SessionView;
  readonly picked: number | undefined;
  readonly onPick: (member: number) => void;
  readonly onPutAside: (band: string) => void;
}

const stateOf = (band: BandView | undefined, hasBand: boolean): string => {
  if (!hasBand) return t("bands.noBand");
  if (band?.status === "connecting") return t("bands.connecting");
  if (band?.status === "no-signal") return t("bands.noSignal");
  return t(band?.awaitsYes === true ? "bands.sayYes" : "bands.ready");
};

/** Everybody who has a place, with the band that is there. Of a class, only the places that are taken. */
export const PlaceList = ({ view, picked, onPick, onPutAside }: PlaceListProps): VNode => {
  const places = view.way?.places ?? [];
  const isClass = view.way?.circle === "class";
  return (
    <section aria-label={t("bands.people")}>
      <h2>{t("bands.people")}</h2>
      <ul class={isClass ? "places numbered" : "places"}>
        {places.map(({ mark, bandId }, member) => {
          const band = view.bands[member];
          const name = band?.name ?? "";
          if (isClass && bandId === undefined) return null;
          return (
            <li key={member} class={bandId === undefined ? "vacant" : ""}>
              <button type="button" class="pick" aria-pressed={picked === member} onClick={() => onPick(member)}>
                <MarkGlyph member={mark} filled={bandId !== undefined} />
                <span>
                  <strong>{name}</strong>
                  <small>{stateOf(band, bandId !== undefined)}</small>
                </span>
              </button>
              {bandId !== undefined && (
                <button
                  type="button"
                  class="small"
                  aria-label={t("bands.putAside", { name })}
                  onClick={() => onPutAside(bandId)}
                >
                  {t("bands.putAsideShort")}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
