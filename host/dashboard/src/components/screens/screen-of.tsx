import type { ComponentType, VNode } from "preact";
import type { Screen } from "../../way/screens.ts";
import { BandsScreen } from "./bands-screen.tsx";
import { EditorScreen } from "./editor-screen.tsx";
import { GroupScreen } from "./group-screen.tsx";
import { HomeScreen } from "./home-screen.tsx";
import { PreviewScreen } from "./preview-screen.tsx";
import { ReflectScreen } from "./reflect-screen.tsx";
import { RunScreen } from "./run-screen.tsx";
import type { ScreenProps } from "./screen-props.ts";

const SCREEN: Readonly<Record<Screen, ComponentType<ScreenProps>>> = {
  home: HomeScreen,
  group: GroupScreen,
  bands: BandsScreen,
  preview: PreviewScreen,
  run: RunScreen,
  reflect: ReflectScreen,
  editor: EditorScreen,
};

/** The screen that is shown. */
export const ScreenOf = ({ screen, ...props }: ScreenProps & { readonly screen: Screen }): VNode => {
  const Shown = SCREEN[screen];
  return <Shown {...props} />;
};
