import type { Scheduler } from "@entrain/time";
import type { VNode } from "preact";
import type { ChosenBand } from "./choose-band.ts";
import { ConnectPanel } from "./connect-panel.tsx";
import { FlashPanel } from "./flash-panel.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";

export interface HomeProps {
  readonly scheduler: Scheduler;
  readonly onStart: (own: readonly ChosenBand[]) => Promise<void>;
}

/** The front door of the page that needs no host program. */
export const Home = ({ scheduler, onStart }: HomeProps): VNode => (
  <main class="web-home">
    <h1>Entrain</h1>
    <p>Wristbands for moving together: a paced pulse on every wrist, and how much of the movement is shared.</p>
    <ConnectPanel onStart={onStart} />
    <SessionsPanel />
    <FlashPanel scheduler={scheduler} />
    <p>Movement feedback for play, practice and study; no medical device. Any press of a band's button stops it.</p>
  </main>
);
