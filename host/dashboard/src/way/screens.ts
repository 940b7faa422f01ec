import type { SessionView } from "@entrain/session";

/** The way through, in its order: choose, make or change a group, bands, try it oneself, run, look back; and beside it where exercises are written. */
export const SCREENS = ["home", "group", "bands", "preview", "run", "reflect", "editor"] as const;
export type Screen = (typeof SCREENS)[number];

/** The screen that an address names, such as `#bands`. */
export const screenOf = (hash: string): Screen | undefined => SCREENS.find((screen) => hash === `#${screen}`);

/** Where the page opens that names no screen: where a session is under way, there. */
export const firstScreen = (view: SessionView | undefined): Screen | undefined => {
  if (view === undefined) return undefined;
  return view.way !== undefined && view.way.circle === undefined ? "home" : "run";
};
