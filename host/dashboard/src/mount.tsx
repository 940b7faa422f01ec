import { render } from "preact";
import type { HostLink } from "./api.ts";
import { App } from "./components/app.tsx";
import { beginLanguage } from "./host/use-language.ts";

/** Draws the page into an element, for as long as the document lives. The page's style sheet is `styles/page.css`. */
export const mountDashboard = async (root: HTMLElement, link: HostLink): Promise<void> => {
  const language = await beginLanguage();
  render(<App link={link} begun={language} />, root);
};
