import type { SessionView } from "@entrain/session";
import type { VNode } from "preact";
import type { Connection } from "../api.ts";

export interface HeaderProps {
  readonly view: SessionView | undefined;
  readonly connection: Connection;
}

/** What this is, whose session, and whether any of it is real. */
export const Header = ({ view, connection }: HeaderProps): VNode => (
  <header>
    <p class="name">Entrain</p>
    <h1>{view?.title ?? ""}</h1>
    {view?.simulated === true && (
      <p class="badge">
        <strong>simulated</strong>
      </p>
    )}
    <p class={`connection ${connection}`}>
      {connection === "live" ? "live" : connection === "gone" ? "no connection" : "connecting"}
    </p>
  </header>
);
