import type { SessionView } from "@entrain/session";
import type { Connection, HostLink } from "../../api.ts";
import type { Host } from "../../host/use-host.ts";
import type { Screen } from "../../way/screens.ts";

/** What every screen of the way through is given. */
export interface ScreenProps {
  readonly link: HostLink;
  readonly view: SessionView | undefined;
  readonly newest: Host["newest"];
  readonly connection: Connection;
  readonly go: (screen: Screen) => void;
  /** Shown in the bar below, and read out; empty takes it back. */
  readonly onRefused: (message: string) => void;
}
