import { render } from "preact";
import { portLink } from "../host/port-link.ts";
import { mountDashboard } from "../mount.tsx";
import { browserClock } from "./browser-clock.ts";
import type { ChosenBand } from "./choose-band.ts";
import { Home } from "./home.tsx";
import { type PageSession, startPageSession } from "./page-session.ts";

/** People beside one's own wrist, and without it. */
const COMPANY = 5;
const ALL_VIRTUAL = 6;
/** Who they are and what they do by chance differs from visit to visit. */
const anySeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

const home = document.getElementById("home");
const page = document.getElementById("page");
const leave = document.getElementById("leave");
const scheduler = browserClock();
let running: PageSession | undefined;

const show = (isRunning: boolean): void => {
  for (const [element, isShown] of [
    [home, !isRunning],
    [page, isRunning],
    [leave, isRunning],
  ] as const)
    if (element !== null) element.hidden = !isShown;
};

const start = async (own: readonly ChosenBand[]): Promise<void> => {
  const virtual = own.length > 0 ? COMPANY : ALL_VIRTUAL;
  running = await startPageSession({ scheduler, own, virtual, seed: anySeed() });
  location.hash = "run";
  show(true);
  if (page !== null) await mountDashboard(page, portLink(running.session));
};

const showHome = (): void => {
  show(false);
  if (home !== null) render(<Home key={String(performance.now())} scheduler={scheduler} onStart={start} />, home);
};

leave?.addEventListener("click", () => {
  const ending = running;
  running = undefined;
  if (page !== null) render(null, page);
  void ending?.end().finally(showHome);
});
// A tab that is closed stops the motors, as far as the browser lets it; bands rest by themselves 13 s later in any case.
addEventListener("pagehide", () => void running?.end());
showHome();
if ("serviceWorker" in navigator && location.protocol !== "file:")
  void navigator.serviceWorker.register("./sw.js").catch(() => undefined);
