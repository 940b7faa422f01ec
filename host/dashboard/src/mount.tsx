import { render } from "preact";
import type { HostLink } from "./api.ts";
import { App } from "./components/app.tsx";

/** Draws the page into an element, for as long as the document lives. The page's style sheet is `styles/page.css`. */
export const mountDashboard = (root: HTMLElement, link: HostLink): void => {
  render(<App link={link} />, root);
};
