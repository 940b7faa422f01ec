import type { SessionView } from "@entrain/session";
import { useCallback, useEffect, useState } from "preact/hooks";
import { firstScreen, type Screen, screenOf } from "./screens.ts";

export interface ScreenChoice {
  /** Undefined until it is known whether a session is under way. */
  readonly screen: Screen | undefined;
  readonly go: (screen: Screen) => void;
}

/** The screen is part of the address, so that a reload, and the browser's own way back, come to where one was. */
export const useScreen = (view: SessionView | undefined): ScreenChoice => {
  const [named, setNamed] = useState(() => screenOf(location.hash));
  useEffect(() => {
    const follow = (): void => {
      setNamed(screenOf(location.hash));
    };
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
    };
  }, []);
  const go = useCallback((screen: Screen) => {
    location.hash = screen;
    setNamed(screen);
    scrollTo(0, 0);
  }, []);
  return { screen: named ?? firstScreen(view), go };
};
