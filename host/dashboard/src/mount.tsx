import { render } from "preact";
import type { HostLink } from "./api.ts";
import { App } from "./components/app.tsx";
import { Projector } from "./components/projector.tsx";
import { beginLanguage } from "./host/use-language.ts";

/** Draws the page into an element, for as long as the document lives. The page's style sheet is `styles/page.css`. */
export const mountDashboard = async (root: HTMLElement, link: HostLink): Promise<void> => {
  const language = await beginLanguage();
  const isProjected = new URLSearchParams(location.search).has("projector");
  render(isProjected ? <Projector link={link} /> : <App link={link} begun={language} />, root);
};
