import type { SessionView } from "@entrain/session";
import type { ComponentChildren, VNode } from "preact";
import { type Screen, SCREENS } from "../../way/screens.ts";
import { t } from "../../words/t.ts";

export interface WayNavProps {
  readonly view: SessionView;
  readonly screen: Screen;
  readonly children?: ComponentChildren;
}

/** Which screens there is something on: of a session that is not open, none. */
const isThere = (screen: Screen, { way }: SessionView): boolean => {
  if (screen === "home" || screen === "editor") return true;
  if (screen === "group") return way?.circle === "group";
  if (screen === "reflect") return way?.circle !== undefined || way?.last !== undefined;
  if (screen === "preview") return way?.circle !== undefined && way.circle !== "class";
  return way?.circle !== undefined;
};

/** The way through, and where one is on it. Absent where a program was started for one session alone. */
export const WayNav = ({ view, screen, children }: WayNavProps): VNode | null => {
  if (view.way === undefined) return null;
  return (
    <nav class="way" aria-label={t("way.label")}>
      <ul>
        {SCREENS.filter((each) => each === screen || isThere(each, view)).map((each) => (
          <li key={each}>
            <a href={`#${each}`} {...(each === screen && { "aria-current": "page" })}>
              {t(`screen.${each}`)}
            </a>
          </li>
        ))}
      </ul>
      {children}
    </nav>
  );
};
