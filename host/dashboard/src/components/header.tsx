import type { SessionView } from "@entrain/session";
import type { ComponentChildren, VNode } from "preact";
import type { Connection } from "../api.ts";
import { keptWords } from "../words/keep-words.ts";
import { t } from "../words/t.ts";

export interface HeaderProps {
  readonly view: SessionView | undefined;
  readonly connection: Connection;
  readonly children?: ComponentChildren;
}

const Kept = ({ view }: { readonly view: SessionView | undefined }): VNode | null => {
  const words = keptWords(view);
  if (words === undefined) return null;
  return <p class={words.warns ? "badge" : "kept"}>{words.text}</p>;
};

/** What this is, whose session, whether any of it is real, and whether it is kept. */
export const Header = ({ view, connection, children }: HeaderProps): VNode => (
  <header>
    <p class="name">Entrain</p>
    <h1>{view?.title ?? ""}</h1>
    {view?.simulated === true && (
      <p class="badge">
        <strong>{t("frame.simulated")}</strong>
      </p>
    )}
    <Kept view={view} />
    <p class={`connection ${connection}`}>
      {connection === "live"
        ? view?.replay === undefined
          ? t("frame.live")
          : t("frame.connected")
        : connection === "gone"
          ? t("frame.noConnection")
          : t("frame.connecting")}
    </p>
    {children}
  </header>
);
